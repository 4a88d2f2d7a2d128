/** Readings in Latin letters, so that `sato`, `Satō`, `satou` and `SATOH` all find さとう. One spelling stands for all of them. */

const rows: Record<string, string> = {
  "": "あいうえお",
  ...{ k: "かきくけこ", g: "がぎぐげご", s: "さしすせそ", z: "ざじずぜぞ", t: "たちつてと", d: "だぢづでど" },
  ...{ n: "なにぬねの", h: "はひふへほ", b: "ばびぶべぼ", p: "ぱぴぷぺぽ", m: "まみむめも", r: "らりるれろ" },
};
const vowels = "aiueo";
const letters = new Map<string, string>([
  ...Object.entries(rows).flatMap(([consonant, row]) =>
    [...row].map((kana, at): [string, string] => [kana, consonant + vowels[at]]),
  ),
  ...Object.entries({ や: "ya", ゆ: "yu", よ: "yo", わ: "wa", を: "o", ん: "n", ぢ: "zi", づ: "zu" }),
  ...Object.entries({ ぁ: "a", ぃ: "i", ぅ: "u", ぇ: "e", ぉ: "o", ゔ: "bu" }),
]);
const glides: Record<string, string> = { ゃ: "ya", ゅ: "yu", ょ: "yo" };

/** A reading in kana as letters. */
export function lettersOf(reading: string): string {
  const hiragana = reading.normalize("NFKC").replace(/[ァ-ヶ]/g, (each) => shifted(each));
  let found = "";
  for (const kana of hiragana) {
    const glide = glides[kana];
    if (glide) found = found.replace(/i$/, "") + glide;
    else found += letters.get(kana) ?? "";
  }
  return plain(found);
}

/** Letters as somebody types them, in the same spelling; null where they are no reading. */
export function typedLetters(word: string): string | null {
  const typed = word
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’-]/g, "");
  if (!/^[a-z]+$/.test(typed)) return null;
  return plain(
    typed
      .replace(/tch/g, "ch")
      .replace(/sh(?=i|$)/g, "s")
      .replace(/sh/g, "sy")
      .replace(/ch(?=i|$)/g, "t")
      .replace(/ch/g, "ty")
      .replace(/ts/g, "t")
      .replace(/f/g, "h")
      .replace(/j(?=i|$)/g, "z")
      .replace(/jy?/g, "zy")
      .replace(/d(?=zu)/g, "")
      .replace(/m(?=[bp])/g, "n")
      .replace(/oh(?![aiueoy])/g, "o"),
  );
}

/** Long vowels and doubled consonants are written or not. */
function plain(spelling: string): string {
  return spelling
    .replace(/o[uo]/g, "o")
    .replace(/uu/g, "u")
    .replace(/([^aiueo])\1/g, "$1");
}

function shifted(katakana: string): string {
  return String.fromCharCode(katakana.charCodeAt(0) - 0x60);
}
