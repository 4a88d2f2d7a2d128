/** The rows of the room list, which are part of the first screen. */
import type { QueryClient } from "@tanstack/react-query";

import type { Facts, RoomId, RoomRow, Screen, ScreenAnswer } from "@/generated/wire";
import { change, type Placed } from "@/platform/facts";
import { Held } from "@/platform/held";

export const screenKey = ["screen"] as const;

export function heldScreen({ heads, ...screen }: ScreenAnswer): Held<Screen> {
  return new Held<Screen>(screen, heads);
}

export const streamOf = (roomId: RoomId) => `room/${roomId}`;

export function changeScreen(cache: QueryClient, told: Placed, edit: (screen: Screen) => Screen): void {
  change<Screen>(cache, screenKey, told, edit);
}

export function changeRow(
  cache: QueryClient,
  told: Placed,
  roomId: RoomId,
  edit: (row: RoomRow) => RoomRow,
): void {
  changeScreen(cache, told, (screen) => withRow(screen, roomId, edit));
}

export function withRow(screen: Screen, roomId: RoomId, edit: (row: RoomRow) => RoomRow): Screen {
  const at = screen.rooms.findIndex((row) => row.room_id === roomId);
  const row = screen.rooms[at];
  return row ? { ...screen, rooms: screen.rooms.with(at, edit(row)) } : screen;
}

/**
 * Read up to here: marks only ever move forward, and what is unread follows from them. The mark may lie before us,
 * for another device may have read what is still on its way to this one.
 */
export function readUpTo(row: RoomRow, ordinal: number): RoomRow {
  const mark = Math.max(row.mark, ordinal);
  const isAhead = (each: number) => each > mark;
  const blanks = row.blanks.filter(isAhead);
  const blanks_before = mark + 1 < lowest(row.blanks) ? row.blanks_before : 0;
  const unread = Math.max(0, row.newest_ordinal - mark - blanks.length - blanks_before);
  const unlisted = mark + 1 < lowest(callsIn(row)) ? unlistedIn(row) : 0;
  const { mentioned, watched } = row;
  return {
    ...row,
    ...{ mark, blanks, blanks_before, unread },
    ...called(mentioned.filter(isAhead), watched.filter(isAhead), unlisted),
  };
}

/** Of what waits a row lists the newest and counts the rest: whether it knows of everything from this ordinal on. */
export function canTell(row: RoomRow, ordinal: number): boolean {
  if (ordinal <= row.mark) return true; // it no longer waits
  const isCounted = unlistedIn(row) === 0 || ordinal >= lowest(callsIn(row));
  return isCounted && (row.blanks_before === 0 || ordinal >= lowest(row.blanks));
}

/** The list of rooms is read anew, where nobody could have told this page what it shows now. */
export function askAnew(cache: QueryClient): void {
  void cache.invalidateQueries({ queryKey: screenKey });
}

/** A change of what waits in a room, at this ordinal or from there on. */
export function changeWaiting(
  cache: QueryClient,
  told: Placed,
  { room_id, ordinal }: { room_id: RoomId; ordinal: number },
  edit: (row: RoomRow) => RoomRow,
): void {
  const before = rowIn(cache, room_id);
  changeRow(cache, told, room_id, edit);
  if (before && !canTell(before, ordinal)) askAnew(cache);
}

/** Messages that call, without those that the row only counts. */
const callsIn = ({ mentioned, watched }: RoomRow) => [...new Set([...mentioned, ...watched])];
const unlistedIn = (row: RoomRow) => row.mentions - callsIn(row).length;
const lowest = (ordinals: number[]) => Math.min(...ordinals);

/**
 * How far each room had been read when it was put back. What was posted before that is counted in it, though the news
 * of it may come later: that comes on the room's own stream.
 */
const readBefore = new Map<RoomId, number>();

/** Whoever posts has read what stands before, unless they put the room back afterwards. */
export function readByPosting(row: RoomRow, ordinal: number): RoomRow {
  return readUpTo(row, ordinal > (readBefore.get(row.room_id) ?? 0) ? ordinal : row.mark);
}

/** A message that names whoever looks. Told twice, or read already, it changes nothing. */
export function withMention(row: RoomRow, ordinal: number): RoomRow {
  if (ordinal <= row.mark) return row;
  return { ...row, ...called(among(row.mentioned, ordinal), row.watched, unlistedIn(row)) };
}

/** It names them no longer. */
export function withoutMention(row: RoomRow, ordinal: number): RoomRow {
  return { ...row, ...called(without(row.mentioned, ordinal), row.watched, unlistedIn(row)) };
}

/** A message in which a word is said, or said no longer, that whoever looks watches for. */
export function withWatched(row: RoomRow, ordinal: number, isSaid: boolean): RoomRow {
  if (isSaid && (ordinal <= row.mark || !canTell(row, ordinal))) return row;
  const watched = isSaid ? among(row.watched, ordinal) : without(row.watched, ordinal);
  return { ...row, ...called(row.mentioned, watched, unlistedIn(row)) };
}

/** It was taken back. */
export function withoutCall(row: RoomRow, ordinal: number): RoomRow {
  const left = called(without(row.mentioned, ordinal), without(row.watched, ordinal), unlistedIn(row));
  return { ...row, ...left };
}

type Called = Pick<RoomRow, "mentions" | "mentioned" | "watched">;

/** A message that calls in both ways is one message. */
function called(mentioned: number[], watched: number[], unlisted: number): Called {
  return { mentions: new Set([...mentioned, ...watched]).size + unlisted, mentioned, watched };
}

function among(ordinals: number[], ordinal: number): number[] {
  return [...new Set([...ordinals, ordinal])].sort((one, other) => one - other);
}

function without(ordinals: number[], ordinal: number): number[] {
  return ordinals.filter((each) => each !== ordinal);
}

/**
 * Put back by its holder's own hand: what is behind it waits to be read again. A mark beyond all that had been read
 * until then has gone on since: of one's own message the stream of the room tells, which may come first.
 */
export function putBackTo(
  row: RoomRow,
  { read, ...behind }: Omit<Facts["receipts.put_back"], "room_id">,
): RoomRow {
  if (read > 0 && row.mark > read) return row;
  readBefore.set(row.room_id, read);
  const there = { ...row, ...behind };
  // What is told of this room on its own stream may not have come yet.
  const isKnown = (ordinal: number) => ordinal <= row.newest_ordinal;
  const calling = called(there.mentioned.filter(isKnown), there.watched, unlistedIn(there));
  return readUpTo({ ...there, ...calling, blanks: there.blanks.filter(isKnown) }, there.mark);
}

/** Nothing is left to read at this ordinal: whoever has not come to it has one thing less to read. */
export function blankAt(row: RoomRow, ordinal: number): RoomRow {
  const newest_ordinal = Math.max(row.newest_ordinal, ordinal);
  if (!canTell(row, ordinal)) return row;
  return readUpTo({ ...row, blanks: among(row.blanks, ordinal), newest_ordinal }, row.mark);
}

export function screenIn(cache: QueryClient): Screen | null {
  return cache.getQueryData<Held<Screen>>(screenKey)?.state ?? null;
}

export function rowIn(cache: QueryClient, roomId: RoomId): RoomRow | null {
  return screenIn(cache)?.rooms.find((row) => row.room_id === roomId) ?? null;
}
