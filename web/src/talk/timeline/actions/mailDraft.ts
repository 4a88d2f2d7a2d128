/** A message, or a few that follow each other, as the draft of a mail to somebody outside. */

import type { Message, People } from "@/generated/wire";
import { bubbleTime, shortDay } from "@/kit/dates";
import { dayInJapan } from "@/kit/days";
import { fullName } from "@/kit/names";
import { forWhomOf } from "@/talk/messages/forWhom";
import { firstWords, plainText } from "@/talk/messages/words";

export interface MailDraft {
  subject: string;
  body: string;
}

/** Characters in the subject: what mail programs show of one. */
const SUBJECT = 30;
/** Characters of an address that every browser on Windows hands to the mail program (it cuts off at 2,048). */
const ADDRESS = 2_000;

/** Of one message its words alone; of several who said what and when stands over each. */
export function mailDraft(messages: Message[], people: People): MailDraft {
  const [first] = messages;
  const isAlone = messages.length === 1;
  const said = messages.map((message) => {
    const words = plainText(message.parts).trim();
    return isAlone ? words : `${saidBy(message, people)}\n${words}`;
  });
  return { subject: first ? firstWords(first, SUBJECT) : "", body: said.join("\n\n") };
}

function saidBy(message: Message, people: People): string {
  const { author_id, posted_at, unit } = message;
  const person = people[author_id];
  const forWhom = forWhomOf(message, people);
  // To people outside a unit speaks for itself: who wrote for it is nobody's business there.
  const names = forWhom ? [fullName(forWhom)] : [unit || person?.department, person && fullName(person)];
  const from = names.filter(Boolean).join("　");
  return `■ ${shortDay(dayInJapan(posted_at))} ${bubbleTime(posted_at)}　${from}`;
}

/** RFC 6068: it opens in the mail program. Null where it is too long to be handed over whole. */
export function mailAddress({ subject, body }: MailDraft): string | null {
  const lines = body.replaceAll(/\r?\n/g, "\r\n");
  const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
  return address.length > ADDRESS ? null : address;
}

/** The messages up to this one that say something, as many as are asked for and loaded: those among which it stands on
 * the screen, in the room or in its thread. What stands only in a thread goes out with that thread alone. */
export function upTo(messages: Message[], message: Message, count: number): Message[] {
  const place = messages.findIndex(({ message_id }) => message_id === message.message_id);
  const { thread_id: root, in_room: isInRoom } = message;
  const before = messages
    .slice(0, Math.max(place, 0))
    .filter(({ parts }) => parts.length > 0)
    .filter((each) => (isInRoom ? each.in_room : each.message_id === root || each.thread_id === root));
  return [...before.slice(before.length - Math.min(count - 1, before.length)), message];
}
