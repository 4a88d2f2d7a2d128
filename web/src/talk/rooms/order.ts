/** In which order rooms stand in the list, and which of them a typed name means. */
import type { Folder, RoomRow } from "@/generated/wire";

import { listed, roomsOf } from "./listed";

/** The room with the newest message first; a room without one stands where it was opened. */
export function inOrder(rooms: RoomRow[]): RoomRow[] {
  return [...rooms].sort((one, other) => lastAt(other) - lastAt(one));
}

/**
 * A direct talk in which nothing has been said yet stands in nobody's list, unless it is the one that is open. To one with
 * somebody of another body both have said yes: it stands there from that moment.
 */
export function begun(rooms: RoomRow[], open: string | undefined): RoomRow[] {
  return rooms.filter((room) => isBegun(room) || room.room_id === open);
}

export function isBegun(room: RoomRow): boolean {
  return room.kind !== "direct" || room.newest_ordinal > 0 || room.readers.other_bodies > 0;
}

/** What stands in the list: a room that was put away is found by its name, and stands under its own heading. */
export function inSight(rooms: RoomRow[], open: string | null): RoomRow[] {
  return rooms.filter((room) => !room.is_archived || room.room_id === open);
}

/** Rooms whose name holds all the words, whatever their width, case or kana. */
export function named(rooms: RoomRow[], words: string): RoomRow[] {
  return rooms.filter((room) => holds(room.name, words));
}

/** Whether a text holds all the words; no words are held by every text. */
export function holds(text: string, words: string): boolean {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

/** The neighbour of a room in the list as it stands, for walking by keys; the ends do not wrap. */
export function neighbour(
  rooms: RoomRow[],
  folders: Folder[],
  open: string | null,
  step: 1 | -1,
): RoomRow | undefined {
  const ordered = roomsOf(listed(inOrder(inSight(rooms, open)), folders, open));
  const here = ordered.findIndex((room) => room.room_id === open);
  return here < 0 ? ordered[0] : ordered[here + step];
}

function lastAt(room: RoomRow): number {
  return Date.parse(room.last?.posted_at ?? room.opened_at);
}

/** Width, case and kana fall together: ｶｲｷﾞ, カイギ and かいぎ are one word. */
function fold(text: string): string {
  const narrow = text.normalize("NFKC").toLowerCase();
  return narrow.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
