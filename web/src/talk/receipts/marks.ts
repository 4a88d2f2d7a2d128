/** Read marks: how far I have read, and how many have read a message. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";

import type { AccountId, Mark, MessageId, RoomId, Screen } from "@/generated/wire";
import { api } from "@/platform/api";
import { ask, isOpen, onOpen } from "@/platform/connection";
import { amend, type Held } from "@/platform/held";
import { Refusal } from "@/platform/refusals";
import { pagesKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { readUpTo, rowIn, screenIn, screenKey, streamOf, withRow } from "@/talk/rooms/rows";

/** 既読 of a message: members whose mark reaches it, without its author, whose own mark came with posting. */
export function readersOf(marks: Mark[], ordinal: number): number {
  const reached = marks.reduce((sum, [mark, members]) => (mark >= ordinal ? sum + members : sum), 0);
  return Math.max(0, reached - 1);
}

interface Unconfirmed {
  cache: QueryClient;
  reader: AccountId;
  ordinal: number;
}

/** How far each room was read, of what the server has not confirmed yet. */
const unconfirmed = new Map<RoomId, Unconfirmed>();
/** Reading moves line by line; the server hears of it at most so often. */
const EVERY = 500;
const timers = new Map<RoomId, ReturnType<typeof setTimeout>>();
/** Once for the page: what was not confirmed is said again whenever the line stands. */
let isListening = false;

/** Rooms that were put back by hand, and to where: what is in sight there meanwhile is not read by that. */
const putBack = new Map<RoomId, number>();

export function leaveUnread(roomId: RoomId, mark: number): void {
  putBack.set(roomId, mark);
  unconfirmed.delete(roomId);
}

export function useMark(roomId: RoomId): (ordinal: number) => void {
  const cache = useQueryClient();
  // Whoever leaves the room and comes back begins to read anew.
  useEffect(() => {
    putBack.delete(roomId);
    return () => void putBack.delete(roomId);
  }, [roomId]);
  return useCallback((ordinal) => mark(cache, roomId, ordinal), [cache, roomId]);
}

/** Say that the room has been read up to a message. It shows at once; going back is not possible. */
export function mark(cache: QueryClient, roomId: RoomId, ordinal: number): void {
  const reader = screenIn(cache)?.me.account_id;
  const row = rowIn(cache, roomId);
  if (!reader || !row || ordinal <= row.mark || putBack.get(roomId) === row.mark) return;
  amend<Screen>(cache, screenKey, (screen) => withRow(screen, roomId, (old) => readUpTo(old, ordinal)));
  unconfirmed.set(roomId, { cache, reader, ordinal });
  if (!timers.has(roomId))
    timers.set(
      roomId,
      setTimeout(() => void confirm(roomId), EVERY),
    );
  if (!isListening) onOpen(() => [...unconfirmed.keys()].forEach((room) => void confirm(room)));
  isListening = true;
}

async function confirm(roomId: RoomId): Promise<void> {
  clearTimeout(timers.get(roomId));
  timers.delete(roomId);
  const said = unconfirmed.get(roomId);
  if (!said) return;
  try {
    // Whoever signed in since then has not read it.
    if (screenIn(said.cache)?.me.account_id === said.reader) await send(roomId, said.ordinal);
  } catch (error) {
    // Nobody knows: it is said again with the next mark, or when the line stands again.
    if (!(error instanceof Refusal)) return;
  }
  if (unconfirmed.get(roomId) === said) unconfirmed.delete(roomId);
}

async function send(roomId: RoomId, ordinal: number): Promise<void> {
  if (isOpen()) {
    await ask({ do: "receipts.mark", room_id: roomId, ordinal });
  } else {
    await api.put("/api/rooms/{room_id}/read-mark", { path: { room_id: roomId }, body: { ordinal } });
  }
}

/** 未読にする: from this message on, or the newest alone. The fact that follows puts it on the screen. */
export async function markUnread(room_id: RoomId, message_id: MessageId | null): Promise<void> {
  // What the server has not heard of yet it cannot put back.
  await confirm(room_id);
  const path = { room_id };
  const { mark } = await api.post("/api/rooms/{room_id}/read-mark/back", { path, body: { message_id } });
  // Where nothing had been read no fact follows, and what is in sight is left unread all the same.
  leaveUnread(room_id, mark);
}

/** Back to how it was before: read as far as that. */
export async function markRead(room_id: RoomId, ordinal: number): Promise<void> {
  await api.put("/api/rooms/{room_id}/read-mark", { path: { room_id }, body: { ordinal } });
}

/** The rooms that stand open, side by side, in the order in which they were opened. */
const looked = new Set<RoomId>();

/** The room is open before somebody's eyes: its counts of readers are wanted while it is. */
export function useLook(roomId: RoomId): void {
  const cache = useQueryClient();
  useEffect(() => {
    looked.add(roomId);
    const look = () =>
      void lookAtOpen()
        .then(() => countAnew(cache, roomId))
        .catch(notToldThen);
    const stop = onOpen(look);
    if (isOpen()) look();
    return () => {
      stop();
      looked.delete(roomId);
      void lookAtOpen().catch(notToldThen);
    };
  }, [cache, roomId]);
}

/** Lost with the line, and said again when it stands. */
const notToldThen = () => {};

function lookAtOpen(): Promise<unknown> {
  const [first, ...beside] = [...looked].map(streamOf);
  return ask({ do: "look", stream: first ?? null, ...(beside.length > 0 && { beside }) });
}

/** Counts that moved while nobody looked were told to nobody, so they are asked for once. */
async function countAnew(cache: QueryClient, roomId: RoomId): Promise<void> {
  const before = marksIn(cache, roomId);
  const query = { limit: 1 };
  const { marks } = await api.get("/api/rooms/{room_id}/messages", { path: { room_id: roomId }, query });
  // A signal that came meanwhile is newer than this answer.
  if (marksIn(cache, roomId) === before) setMarks(cache, roomId, marks);
}

function marksIn(cache: QueryClient, roomId: RoomId): Mark[] | undefined {
  const [page] = cache.getQueriesData<Held<PageState>>({ queryKey: pagesKey(roomId), type: "active" });
  return page?.[1]?.state.marks;
}

/** The counts of a room stand in every window that is open on it. */
export function setMarks(cache: QueryClient, roomId: RoomId, marks: Mark[]): void {
  for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: pagesKey(roomId) })) {
    amend<PageState>(cache, queryKey, (page) => ({ ...page, marks }));
  }
}
