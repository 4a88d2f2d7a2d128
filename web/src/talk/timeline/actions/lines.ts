/** Messages as plain text, line by line: 「[11/24 14:05] 山田 太郎（地域保健係）本文」. */
import type { Message, People, Person } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { dayInJapan } from "@/kit/days";
import { fullName } from "@/kit/names";
import { namedAt, plainText } from "@/talk/messages/words";

export function asLine(message: Message, person: Person | undefined): string {
  const { month, day } = dayInJapan(message.posted_at);
  const words = plainText(message.parts);
  return `[${month}/${day} ${bubbleTime(message.posted_at)}] ${person ? fullName(person) : ""}${from(message, person)}${words}`;
}

/** What a unit says stands under its name alone, wherever it is taken (ORG-6). */
function from(message: Message, person: Person | undefined): string {
  if (person?.kind === "department") return "：";
  const unit = message.unit || person?.department;
  return unit ? `（${unit}）` : "";
}

/** What lies between the first and the last of the chosen ones, in the order of the room. */
export function asLines(messages: Message[], people: People, chosen: ReadonlySet<string>): string {
  const places = messages.flatMap((message, place) => (chosen.has(message.message_id) ? [place] : []));
  return messages
    .slice(places[0] ?? 0, (places.at(-1) ?? -1) + 1)
    .filter((message) => message.parts.length > 0)
    .map((message) => asLine(message, people[namedAt(message)]))
    .join("\n");
}
