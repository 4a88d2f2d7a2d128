/** What messages that come and go do to the page: the room's row, and every window that holds them. */
import type { FactName, Facts, Me, Message, MessageId, Pin, Room, RoomRow, Screen } from "@/generated/wire";
import { change, changeAll, type Handlers, type Told } from "@/platform/facts";
import { calls } from "@/talk/messages/calls";
import { pagesKey } from "@/talk/messages/page";
import { appended, changed, counted, type PageState } from "@/talk/messages/window";
import { firstWords } from "@/talk/messages/words";
import { roomKey } from "@/talk/rooms/rooms";
import {
  askAnew,
  blankAt,
  canTell,
  changeScreen,
  changeWaiting,
  readByPosting,
  readUpTo,
  screenIn,
  withMention,
  withoutCall,
  withoutMention,
  withRow,
} from "@/talk/rooms/rows";

/** Characters of a message at the top of its room. */
const MOST_OF_PIN = 100;

export const messageFacts: Handlers<Extract<FactName, `messages.${string}`>> = {
  "messages.posted": (cache, told) => {
    const { room_id, message, person, for_whom, answered, is_read, thread } = told.body;
    const others = [for_whom, answered].filter((each) => each !== null);
    const named = { [person.account_id]: person, ...(for_whom && { [for_whom.account_id]: for_whom }) };
    changeScreen(cache, told, (screen) => ({
      ...withRow(screen, room_id, (row) => withNewest(row, message, screen.me, is_read)),
      people: { ...screen.people, ...named },
    }));
    // Whoever answers for a unit stands in no list of members: the room learns of them by what they say.
    change<Room>(cache, roomKey(room_id), told, (room) => ({
      ...room,
      people: { ...room.people, ...named },
    }));
    changeAll<PageState>(cache, pagesKey(room_id), told, (page) =>
      counted(appended(page, message, person, ...others), message.thread_id, thread),
    );
  },

  "messages.edited": (cache, told) => {
    const { room_id, message } = told.body;
    const me = screenIn(cache)?.me;
    const place = { room_id, ordinal: message.ordinal };
    if (me) changeWaiting(cache, told, place, (row) => withWords(row, message, me));
    changeAll<PageState>(cache, pagesKey(room_id), told, (page) =>
      changed(page, message.message_id, message, {}),
    );
    change<Room>(cache, roomKey(room_id), told, (room) => ({
      ...room,
      pins: room.pins.map(saying(message)),
    }));
  },

  "messages.withdrawn": (cache, told) => {
    const { room_id, message_id, message, people, thread_id, thread } = told.body;
    const isUnsure = leavesUnsure(screenIn(cache), told);
    changeScreen(cache, told, (screen) => ({
      ...withRow(screen, room_id, (row) => withoutWords(row, told.body)),
      people: { ...screen.people, ...people },
    }));
    changeAll<PageState>(cache, pagesKey(room_id), told, (page) =>
      counted(changed(page, message_id, message, people), thread_id, thread),
    );
    // It drops from the top of the room, too (ROOM-18).
    change<Room>(cache, roomKey(room_id), told, ({ pins, watched, ...room }) => ({
      ...room,
      pins: pins.filter((pin) => pin.message_id !== message_id),
      watched: without(watched, message_id),
    }));
    if (isUnsure) askAnew(cache);
  },
};

/**
 * A row that lists only some of what waits may not know whether this one did. And where nothing is left in its place,
 * two things are told to nobody: what stands above it, where that is not for everybody's eyes; and that who wrote it had
 * read up to it, where this page never heard that it was there. Then the list asks for its own.
 */
function leavesUnsure(screen: Screen | null, { body, by }: Told<"messages.withdrawn">): boolean {
  const row = screen?.rooms.find(({ room_id }) => room_id === body.room_id);
  if (!row) return false;
  if (!canTell(row, body.ordinal)) return true;
  if (body.message) return false;
  // Who acts for a unit is told to nobody here: it may have been this reader.
  const isUnread = (by === null || by === screen?.me.account_id) && row.mark < body.ordinal;
  return isUnread || (!body.last && row.last?.message_id === body.message_id);
}

function without(watched: Room["watched"], id: MessageId): Room["watched"] {
  const { [id]: _, ...others } = watched;
  return others;
}

function withWords(row: RoomRow, message: Message, me: Me): RoomRow {
  // Who is named no longer is called no longer; who is named only now is not called.
  const left = calls(message, me) ? row : withoutMention(row, message.ordinal);
  return row.last?.message_id === message.message_id ? { ...left, last: lastOf(message) } : left;
}

type Gone = Facts["messages.withdrawn"];

function withoutWords(row: RoomRow, { message_id, ordinal, message, last }: Gone): RoomRow {
  const isLast = row.last?.message_id === message_id;
  const called = withoutCall(row, ordinal);
  const left = message ? called : blankAt(called, ordinal);
  return isLast ? { ...left, last: message ? lastOf(message) : last } : left;
}

function withNewest(row: RoomRow, message: Message, me: Me, isRead: boolean): RoomRow {
  const { author_id, ordinal } = message;
  const called = calls(message, me) ? withMention(row, ordinal) : row;
  const newest = { ...called, newest_ordinal: Math.max(row.newest_ordinal, ordinal) };
  const shown = { ...newest, last: lastOf(message) };
  // In a thread nobody need have seen what stands before.
  return isRead && author_id === me.account_id ? readByPosting(shown, ordinal) : readUpTo(shown, row.mark);
}

function lastOf(message: Message): RoomRow["last"] {
  const { message_id, author_id, on_behalf_of, posted_at, is_withdrawn, withdrawn_by } = message;
  const said = { message_id, author_id, on_behalf_of, text: firstWords(message) };
  return { ...said, posted_at, is_withdrawn, withdrawn_by };
}

/** What stands at the top of the room says what its message says now. */
function saying(message: Message) {
  const text = firstWords(message, MOST_OF_PIN);
  return (pin: Pin): Pin => (pin.message_id === message.message_id ? { ...pin, text } : pin);
}
