/** The beginning of a message in one line, as the server cuts it: in the list, above an answer, at the top of its room. */
import type { Message, Quote } from "@/generated/wire";
import { takeGraphemes } from "@/kit/graphemes";

/** Characters in the list and above an answer. */
const MOST = 60;

export function firstWords(message: Message, most = MOST): string {
  // Kinds of parts that this page does not know yet have no words for it.
  const words = message.parts.map((part) => (part.kind === "text" ? part.text : "")).join(" ");
  return takeGraphemes(words.split(/\s+/).filter(Boolean).join(" "), most);
}

/** A message as an answer shows it. */
export function quoteOf(message: Message): Quote {
  const { message_id, author_id, is_withdrawn } = message;
  return { message_id, author_id, text: is_withdrawn ? null : firstWords(message), is_withdrawn };
}
