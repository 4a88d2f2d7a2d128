/** What can be read of a message where only text fits: in the list, above an answer, copied, spoken. */
import type { AccountId, Message, Part, Quote } from "@/generated/wire";
import { takeGraphemes } from "@/kit/graphemes";

/** Characters in the list and above an answer. */
const MOST = 60;

/** A message as plain text. Of a kind of part that this page does not know yet, the words that it carries (MSG-24). */
export function plainText(parts: Part[]): string {
  return parts.map(plain).join("");
}

/** The beginning of a message in one line, as the server cuts it. */
export function firstWords(message: Message, most = MOST): string {
  return takeGraphemes(plainText(message.parts).split(/\s+/).filter(Boolean).join(" "), most);
}

/** Whose name stands where there is one line for it: of what a unit says the unit's (ORG-6). */
export function namedAt({ author_id, on_behalf_of }: Pick<Message, "author_id" | "on_behalf_of">): AccountId {
  return on_behalf_of ?? author_id;
}

/** A message as an answer shows it. */
export function quoteOf(message: Message): Quote {
  const { message_id, is_withdrawn } = message;
  return {
    message_id,
    author_id: namedAt(message),
    text: is_withdrawn ? null : firstWords(message),
    is_withdrawn,
  };
}

export function plain(part: Part): string {
  if (part.kind === "text") return part.text;
  if (part.kind === "file") return `［${part.words}${part.about ? `：${part.about}` : ""}］`;
  return part.kind === "mention" ? `＠${part.words}` : wordsIn(part);
}

/** A newer server may say more than this page knows. */
function wordsIn({ text, words }: { text?: unknown; words?: unknown }): string {
  const carried = [text, words].find((each) => typeof each === "string");
  return typeof carried === "string" ? carried : "";
}
