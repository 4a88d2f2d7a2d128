/** Text as people type it, put in order as the server will: said beforehand, decided there. */
import { graphemeCount } from "./graphemes";

export type Cleaned =
  | { text: string; refused: null }
  | { refused: "too_long"; most: number; got: number }
  | { refused: "too_short"; least: number; got: number }
  | { refused: "not_text" };

interface Limits {
  most: number;
  least?: number;
}

// One visible character is rarely made of more than a dozen code points; see the server's kit/text.
const MOST_POINTS_PER_CHARACTER = 16;

// With the u flag a surrogate in a class means one that stands alone.
const notText = /[\0\ud800-\udfff]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const control = /[\x01-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g;
// What turns the direction of writing round: in a name it shows another name (N62).
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// NFC would replace these forms of names by their ordinary twins (TEXT-1).
const keptIdeographs = /([\uf900-\ufaff\u{2f800}-\u{2fa1f}]+)/u;
const privateUse = /[\ue000-\uf8ff]/g;
const eachPrivateUse = /([\ue000-\uf8ff])/;
const blankFirstLines = /^(?:[^\S\n]*\n)+/;
const seen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these stands for itself, none shows anything
  /[^\s\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/u;

const hyphens = /[‐‑‒–—―−ー－ｰ﹣]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: separators of old files, spaces to the server too
const aroundCodes = /[\s\x1c-\x1f\x85]+/g;
const fullWidth = /[！-～]/g;

/** The text as the server will store it: cleaning it again changes nothing. */
export function clean(text: string, limits: Limits): Cleaned {
  if (notText.test(text)) return { refused: "not_text" };
  return measured(compose(readable(text).trimEnd().replace(blankFirstLines, "")), limits);
}

/** The same for a name or a title: one line, one space between words, none around it, all in one direction. */
export function cleanLine(text: string, limits: Limits): Cleaned {
  if (notText.test(text)) return { refused: "not_text" };
  return measured(compose(readable(text).replace(turns, "").replace(/\s+/g, " ").trim()), limits);
}

/** NFC everywhere but in the compatibility ideographs, which stay as typed. */
export function compose(text: string): string {
  const pieces = text.split(keptIdeographs);
  return pieces.map((piece, at) => (at % 2 === 0 ? piece.normalize("NFC") : piece)).join("");
}

/** The 外字 in it, each once, in the order of their first use (TEXT-7). */
export function privateUseIn(text: string): string[] {
  return [...new Set(text.match(privateUse) ?? [])];
}

/** The text in pieces: every second one is a 外字, so that it can be drawn as one. */
export function partedAtPrivateUse(text: string): string[] {
  return text.split(eachPrivateUse);
}

/** A number, code or address in half width. Never for passwords, which are exact, nor for names. */
export function asCode(text: string): string {
  return text.replace(hyphens, "-").replace(fullWidth, toHalfWidth).replace(aroundCodes, "");
}

function toHalfWidth(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

function readable(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(control, "");
}

function measured(text: string, { most, least = 1 }: Limits): Cleaned {
  const points = [...text].length;
  const got = Math.max(graphemeCount(text), Math.ceil(points / MOST_POINTS_PER_CHARACTER));
  if (got > most) return { refused: "too_long", most, got };
  const shown = seen.test(text) ? got : 0;
  return shown < least ? { refused: "too_short", least, got: shown } : { text, refused: null };
}
