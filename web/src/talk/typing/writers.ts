/** Who is writing in a room at this moment. It is heard again while it goes on, and ends by itself. */
import { useCallback, useRef, useSyncExternalStore } from "react";

import type { AccountId, RoomId } from "@/generated/wire";
import { clock } from "@/platform/clock";
import { isOpen, say } from "@/platform/connection";

/** How often it is said, and how long it is believed. */
const AGAIN = 3_000;
const BELIEVED = 6_000;
const nobody: readonly AccountId[] = [];

let writers: ReadonlyMap<RoomId, readonly AccountId[]> = new Map();
const ends = new Map<string, () => void>();
const watchers = new Set<() => void>();

/** The server says that somebody else is writing. */
export function heard(room: RoomId, account: AccountId): void {
  const key = `${room} ${account}`;
  ends.get(key)?.();
  ends.set(
    key,
    clock.after(BELIEVED, () => over(room, account)),
  );
  const known = writersIn(room);
  if (!known.includes(account)) keep(room, [...known, account]);
}

/** They have sent it, or stopped. */
export function over(room: RoomId, account: AccountId): void {
  const key = `${room} ${account}`;
  ends.get(key)?.();
  ends.delete(key);
  const known = writersIn(room);
  if (!known.includes(account)) return;
  keep(
    room,
    known.filter((each) => each !== account),
  );
}

export function writersIn(room: RoomId): readonly AccountId[] {
  return writers.get(room) ?? nobody;
}

export function useWriters(room: RoomId): readonly AccountId[] {
  return useSyncExternalStore(watch, () => writersIn(room));
}

/**
 * Say that I write here, at most so often, and only while there are words. In whose name goes along, so that the server
 * tells of the unit and of nobody who writes for it.
 */
export function useSayWriting(
  room_id: RoomId,
  shown: boolean,
  unit: AccountId | null,
): (text: string) => void {
  const said = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(
    (text) => {
      const now = clock.now();
      if (!shown || text.trim() === "" || !isOpen() || now - said.current < AGAIN) return;
      said.current = now;
      say({ do: "typing.write", room_id, ...(unit && { on_behalf_of: unit }) });
    },
    [room_id, shown, unit],
  );
}

function keep(room: RoomId, now: readonly AccountId[]): void {
  const next = new Map(writers);
  if (now.length > 0) next.set(room, now);
  else next.delete(room);
  writers = next;
  for (const watcher of watchers) watcher();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
