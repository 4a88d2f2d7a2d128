/** Names in what is being written: plain text with ＠ before a label, so that drafts, dictation and undo stay what they are. */
import type { MentionPart, Part } from "@/generated/wire";
import { plain } from "@/talk/messages/words";

import type { Nameable } from "./nameable";

/** A name in a text: from its ＠ to its end. */
export interface Range {
  start: number;
  end: number;
  named: Nameable;
}

/** Where somebody is about to name somebody: behind an ＠, up to where they write. */
export interface Token {
  at: number;
  word: string;
}

const signs = /[@＠]/g;
/** Before the sign: the middle of an address or of a word. */
const midWord = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９._%+-]$/;
/** Behind a name: a word that goes on (福祉課 in 福祉課長) is another word; an honorific is none. */
const goesOn = /^(?![様殿君氏])[\p{Script=Han}\p{Script=Katakana}A-Za-z0-9々ー]/u;
const MOST_OF_WORD = 30;

/** Every name in a text, in its order. What is written by hand in full is a name too, and shows as one. */
export function namesIn(text: string, all: readonly Nameable[]): Range[] {
  const found: Range[] = [];
  const spaced = text.replaceAll("　", " ");
  for (const { index } of spaced.matchAll(signs)) {
    if (index < (found.at(-1)?.end ?? 0) || midWord.test(spaced.slice(0, index))) continue;
    const named = longest(spaced.slice(index + 1), all);
    if (named) found.push({ start: index, end: index + 1 + named.label.length, named });
  }
  return found;
}

/** A text as the parts of a message. */
export function partsOf(text: string, all: readonly Nameable[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end, named } of namesIn(text, all)) {
    if (start > from) parts.push({ kind: "text", text: text.slice(from, start) });
    parts.push({ kind: "mention", of: named.of, id: named.id, words: named.label });
    from = end;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

/** The words of a message as a text to be put right; names under the labels of now. */
export function textOf(parts: readonly Part[], all: readonly Nameable[]): string {
  const words = parts.filter(({ kind }) => kind !== "file");
  return words.map((part) => (part.kind === "mention" ? `＠${labelOf(part, all)}` : plain(part))).join("");
}

/** Whoever is named in a message and can be named no longer, because they have left: they may stay where they are. */
export function formerIn(parts: readonly Part[], all: readonly Nameable[]): Nameable[] {
  return parts.flatMap((part): Nameable[] => {
    if (part.kind !== "mention" || find(part, all)) return [];
    const label = labelOf(part, all);
    return [{ of: part.of, id: part.id, label, beside: "", kana: "", count: 0 }];
  });
}

/** The name that is being written at this place; null where there is none, or where one stands already. */
export function tokenAt(text: string, caret: number, all: readonly Nameable[]): Token | null {
  const before = text.slice(0, caret);
  const at = Math.max(before.lastIndexOf("@"), before.lastIndexOf("＠"));
  const word = before.slice(at + 1);
  if (at < 0 || word.length > MOST_OF_WORD || /\n|\s\s|^\s/.test(word) || midWord.test(before.slice(0, at))) {
    return null;
  }
  const isNamed = namesIn(text, all).some(({ start, end }) => start === at && caret >= end);
  return isNamed ? null : { at, word };
}

/** The text with this name in place of what was typed of it, and where one goes on writing. */
export function withName(text: string, { at, word }: Token, { label }: Nameable): [string, number] {
  const after = text.slice(at + 1 + word.length);
  // A space behind it ends the name for whoever writes on, and for whoever reads it as plain text.
  const name = `＠${label}${/^\s/.test(after) ? "" : " "}`;
  return [text.slice(0, at) + name + after, at + name.length];
}

function longest(text: string, all: readonly Nameable[]): Nameable | null {
  const fitting = all.filter(({ label }) => text.startsWith(label) && !goesOn.test(text.slice(label.length)));
  return fitting.reduce<Nameable | null>(
    (best, each) => (best && best.label.length >= each.label.length ? best : each),
    null,
  );
}

function labelOf(part: MentionPart, all: readonly Nameable[]): string {
  const known = find(part, all);
  if (known) return known.label;
  // Somebody of the same name may be in the room now: they are not meant.
  return all.some(({ label }) => label === part.words) ? `${part.words}（前のメンバー）` : part.words;
}

function find({ of, id }: MentionPart, all: readonly Nameable[]): Nameable | undefined {
  return all.find((each) => each.of === of && each.id === id);
}
