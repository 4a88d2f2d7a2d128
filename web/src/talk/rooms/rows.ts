/** The rows of the room list, which are part of the first screen. */
import type { QueryClient } from "@tanstack/react-query";

import type { RoomId, RoomRow, Screen, ScreenAnswer } from "@/generated/wire";
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
  const blanks = row.blanks.filter((blank) => blank > mark);
  const mentioned = row.mentioned.filter((ordinal) => ordinal > mark);
  const unread = Math.max(0, row.newest_ordinal - mark - blanks.length);
  return { ...row, mark, blanks, unread, ...named(mentioned) };
}

/** A message that calls whoever looks. Told twice, or read already, it changes nothing. */
export function withMention(row: RoomRow, ordinal: number): RoomRow {
  if (ordinal <= row.mark || row.mentioned.includes(ordinal)) return row;
  return { ...row, ...named([...row.mentioned, ordinal].sort((one, other) => one - other)) };
}

/** It was taken back, or names them no longer. */
export function withoutMention(row: RoomRow, ordinal: number): RoomRow {
  return { ...row, ...named(row.mentioned.filter((each) => each !== ordinal)) };
}

function named(mentioned: number[]): Pick<RoomRow, "mentions" | "mentioned"> {
  return { mentions: mentioned.length, mentioned };
}

/** Put back by its holder's own hand: what is behind it waits to be read again. */
export function putBackTo(
  row: RoomRow,
  { mark, blanks, mentioned }: Pick<RoomRow, "mark" | "blanks" | "mentioned">,
): RoomRow {
  // What is told of this room on its own stream may not have come yet.
  const isKnown = (ordinal: number) => ordinal <= row.newest_ordinal;
  const behind = { blanks: blanks.filter(isKnown), mentioned: mentioned.filter(isKnown) };
  return readUpTo({ ...row, ...behind, mark }, mark);
}

/** Nothing is left to read at this ordinal: whoever has not come to it has one thing less to read. */
export function blankAt(row: RoomRow, ordinal: number): RoomRow {
  const blanks = [...new Set([...row.blanks, ordinal])].sort((one, other) => one - other);
  return readUpTo({ ...row, blanks, newest_ordinal: Math.max(row.newest_ordinal, ordinal) }, row.mark);
}

export function screenIn(cache: QueryClient): Screen | null {
  return cache.getQueryData<Held<Screen>>(screenKey)?.state ?? null;
}

export function rowIn(cache: QueryClient, roomId: RoomId): RoomRow | null {
  return screenIn(cache)?.rooms.find((row) => row.room_id === roomId) ?? null;
}
