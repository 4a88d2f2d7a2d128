/** Read marks: how far I have read, and how many have read a message. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";

import type { Mark, RoomId, Screen } from "@/generated/wire";
import { api } from "@/platform/api";
import { ask, isOpen, onOpen } from "@/platform/connection";
import { amend } from "@/platform/held";
import { Refusal } from "@/platform/refusals";
import { readUpTo, rowIn, screenKey, withRow } from "@/talk/rooms/rows";

/** 既読 of a message: members whose mark reaches it, without its author, whose own mark came with posting. */
export function readersOf(marks: Mark[], ordinal: number): number {
  const reached = marks.reduce((sum, [mark, members]) => (mark >= ordinal ? sum + members : sum), 0);
  return Math.max(0, reached - 1);
}

/** How far each room was read, of what the server has not confirmed yet. */
const unconfirmed = new Map<RoomId, number>();
/** Reading moves line by line; the server hears of it at most so often. */
const EVERY = 500;
const timers = new Map<RoomId, ReturnType<typeof setTimeout>>();

/** Say that the room has been read up to a message. It shows at once; going back is not possible. */
export function useMark(roomId: RoomId): (ordinal: number) => void {
  const cache = useQueryClient();
  useEffect(() => onOpen(() => void confirm(roomId)), [roomId]);
  return useCallback((ordinal) => mark(cache, roomId, ordinal), [cache, roomId]);
}

function mark(cache: QueryClient, roomId: RoomId, ordinal: number): void {
  const row = rowIn(cache, roomId);
  if (!row || ordinal <= row.mark) return;
  amend<Screen>(cache, screenKey, (screen) => withRow(screen, roomId, (old) => readUpTo(old, ordinal)));
  unconfirmed.set(roomId, ordinal);
  if (!timers.has(roomId))
    timers.set(
      roomId,
      setTimeout(() => void confirm(roomId), EVERY),
    );
}

async function confirm(roomId: RoomId): Promise<void> {
  clearTimeout(timers.get(roomId));
  timers.delete(roomId);
  const ordinal = unconfirmed.get(roomId);
  if (ordinal === undefined) return;
  try {
    await send(roomId, ordinal);
  } catch (error) {
    // Nobody knows: it is said again with the next mark, or when the line stands again.
    if (!(error instanceof Refusal)) return;
  }
  if (unconfirmed.get(roomId) === ordinal) unconfirmed.delete(roomId);
}

async function send(roomId: RoomId, ordinal: number): Promise<void> {
  if (isOpen()) {
    await ask({ do: "receipts.mark", room_id: roomId, ordinal });
  } else {
    await api.put("/api/rooms/{room_id}/read-mark", { path: { room_id: roomId }, body: { ordinal } });
  }
}

/** The room is open before somebody's eyes: its counts of readers are wanted. */
export function useLook(roomId: RoomId): void {
  useEffect(() => {
    const look = () => tell(roomId);
    const stop = onOpen(look);
    look();
    return () => {
      stop();
      tell(null);
    };
  }, [roomId]);
}

/** Lost with the line, and said again when it stands: then there is nothing to be done here. */
function tell(room_id: RoomId | null): void {
  if (isOpen()) void ask({ do: "rooms.look", room_id }).catch(() => {});
}
