/** What a posted message does to the page: the room's row and every window that reaches the end. */
import type { AccountId, FactName, Message, RoomRow } from "@/generated/wire";
import { takeGraphemes } from "@/kit/graphemes";
import { changeAll, type Handlers } from "@/platform/facts";
import { pagesKey } from "@/talk/messages/page";
import { appended, type PageState } from "@/talk/messages/window";
import { changeScreen, readUpTo, withRow } from "@/talk/rooms/rows";

/** Characters of the newest message in one line of the list. */
const MOST_OF_LAST = 60;

export const messageFacts: Handlers<Extract<FactName, `messages.${string}`>> = {
  "messages.posted": (cache, told) => {
    const { room_id, message, person } = told.body;
    changeScreen(cache, told, (screen) => ({
      ...withRow(screen, room_id, (row) => withNewest(row, message, screen.me.account_id)),
      people: { ...screen.people, [person.account_id]: person },
    }));
    changeAll<PageState>(cache, pagesKey(room_id), told, (page) => appended(page, message, person));
  },
};

function withNewest(row: RoomRow, message: Message, me: AccountId): RoomRow {
  const { message_id, author_id, ordinal, posted_at } = message;
  const newest = { ...row, newest_ordinal: Math.max(row.newest_ordinal, ordinal) };
  const last = { message_id, author_id, text: firstWords(message), posted_at };
  // Whoever posts has read what stands before.
  return readUpTo({ ...newest, last }, author_id === me ? ordinal : row.mark);
}

/** The beginning of a message as one line, as the server cuts it for the list. */
function firstWords(message: Message): string {
  // Kinds of parts that this page does not know yet have no words for it.
  const words = message.parts.map((part) => (part.kind === "text" ? part.text : "")).join(" ");
  return takeGraphemes(words.split(/\s+/).filter(Boolean).join(" "), MOST_OF_LAST);
}
