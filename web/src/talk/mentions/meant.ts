/** Whom a typed word may mean. It comes with the list in which they stand. */
import { lettersOf, typedLetters } from "@/kit/romaji";

import type { Nameable } from "./nameable";

/** Those that a typed word may mean, in kanji, kana or Latin letters, in full or half width. */
export function meant(all: readonly Nameable[], word: string): Nameable[] {
  const typed = folded(word);
  if (typed === "") return [...all];
  const letters = typedLetters(typed);
  return all.filter(({ label, kana }) => {
    const readings = [kana, ...kana.split(/\s+/)];
    if (folded(label).includes(typed) || readings.some((each) => folded(each).startsWith(typed))) return true;
    return letters !== null && readings.some((each) => lettersOf(each).startsWith(letters));
  });
}

function folded(word: string): string {
  const narrow = word.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  return narrow.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
