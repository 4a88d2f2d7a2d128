/** The outbox as the page uses it: with the device's storage, the connection and the cache. */
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { AccountId, Part, Posted, Quote, Room, RoomId, SendKey } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { api } from "@/platform/api";
import { type Clock, clock } from "@/platform/clock";
import { ask, isOpen, noticed, onOpen } from "@/platform/connection";
import { Held } from "@/platform/held";
import { type Shelf, shelfOf } from "@/platform/kept";
import { chosenIn } from "@/talk/messages/forWhom";
import { PAGE, pagesKey, showTheEnd } from "@/talk/messages/page";
import { Outbox } from "@/talk/messages/sending";
import { delayOf, type Kept, type Under, type Waiting, type Window } from "@/talk/messages/waiting";
import type { PageState } from "@/talk/messages/window";
import { streamOf } from "@/talk/rooms/rows";
import { usePreferences } from "@/ui/preferences";

export type { Waiting } from "@/talk/messages/waiting";

export interface OutboxView {
  waiting: Waiting[];
  post: (parts: Part[], quote: Quote | null, under?: Under) => void;
  sendAgain: (sendKey: SendKey) => void;
  discard: (sendKey: SendKey) => void;
}

const OUTBOX = "outbox";
export const outboxKey = (roomId: RoomId) => [OUTBOX, roomId];
const none: Waiting[] = [];

/** What waits lies in the cache, so that it leaves in the same drawing in which the message appears. */
let outbox: Outbox | null = null;
let page: QueryClient | null = null;

export function useOutbox({ room, rules }: Room): OutboxView {
  const { room_id: roomId } = room;
  const { data } = useQuery<Waiting[]>({
    queryKey: outboxKey(roomId),
    enabled: false,
    initialData: none,
  });
  const delay = delayOf(Number(usePreferences().delay), room.readers, rules.outside_delay_seconds);
  const { held_for: writtenFor } = room;
  const acts = useMemo(() => actsIn(roomId, delay, writtenFor), [roomId, delay, writtenFor]);
  return { waiting: data, ...acts };
}

/** What can be done with the messages of a room that wait here. `delay` in milliseconds; for which unit one sits there. */
export function actsIn(roomId: RoomId, delay: number, writtenFor: AccountId | null) {
  return {
    post: (parts: Part[], quote: Quote | null, under?: Under) => {
      if (page && under?.in_room !== false) showTheEnd(page, roomId);
      const forWhom = page ? chosenIn(page, roomId) : null;
      void outbox?.post(roomId, parts, { quote, under: under ?? null, forWhom, writtenFor, delay });
    },
    sendAgain: (key: SendKey) => void outbox?.sendAgain(key, writtenFor),
    discard: (key: SendKey) => void outbox?.discard(key),
  };
}

/** What an outbox works with: the device's shelf and the connection. */
export interface Means {
  clock: Clock;
  shelf: Shelf<Kept>;
  post(message: Kept): Promise<Posted>;
  /** This number of the stream exists: see that it arrives. */
  noticed(stream: string, number: number): void;
  onOpen(opened: () => void): () => void;
}

/** Somebody is signed in: send what waits under this account. Answers with the way to stop. */
export function openOutbox(cache: QueryClient, account: AccountId): () => void {
  const shelf = shelfOf<Kept>(account, "outbox");
  const [opened, close] = outboxWith(cache, { clock, shelf, post, noticed, onOpen });
  outbox = opened;
  page = cache;
  return () => {
    close();
    if (outbox === opened) outbox = null;
  };
}

/** Milliseconds that somebody who leaves may be kept waiting. */
const A_MOMENT = 1_000;

/** Somebody leaves: what is held for taking back goes now, and not when they are here again. */
export async function sendHeld(): Promise<void> {
  await Promise.race([outbox?.hurry(), new Promise((resolve) => clock.after(A_MOMENT, () => resolve(null)))]);
}

export function outboxWith(cache: QueryClient, means: Means): [Outbox, close: () => void] {
  // Shown or not, what waits stays known, also of a room that is lost: whoever comes back finds it there.
  cache.setQueryDefaults([OUTBOX], { gcTime: Number.POSITIVE_INFINITY, meta: { isOwn: true } });
  const opened = new Outbox({
    clock: means.clock,
    shelf: means.shelf,
    newKey: () => ulid() as SendKey, // the one place where send keys are made
    post: (message) => means.post(message),
    windows: (room) => windowsIn(cache, room),
    accepted: (room, posted) => means.noticed(streamOf(room), posted.number),
    show: (room, waiting) => cache.setQueryData(outboxKey(room), waiting),
  });
  const nothingKept = () => {};
  const go = () =>
    void opened
      .adopt()
      .catch(nothingKept)
      .then(() => opened.wake());
  const stops = [means.onOpen(go), watchWindows(cache, opened)];
  go();
  const close = () => {
    for (const stop of stops) stop();
    opened.close();
  };
  return [opened, close];
}

async function post(kept: Kept): Promise<Posted> {
  const { room_id, send_key, parts, quote: answered, under, forWhom, writtenFor } = kept;
  const quote = answered?.message_id ?? null;
  const place = { thread: under?.thread ?? null, in_room: under?.in_room ?? true };
  const asWritten = writtenFor === undefined ? {} : { written_for: writtenFor };
  const body = { send_key, parts, quote, ...place, ...asWritten, on_behalf_of: forWhom ?? null };
  if (isOpen()) return ask<Posted>({ do: "messages.post", room_id, ...body });
  return api.post("/api/rooms/{room_id}/messages", { path: { room_id }, body });
}

function windowsIn(cache: QueryClient, room: RoomId): Window[] {
  const pages = cache.getQueriesData({ queryKey: pagesKey(room), type: "active" });
  return pages.flatMap(([, held]) => (held instanceof Held ? [windowOn(room, held)] : []));
}

function windowOn(room: RoomId, { state, as_of }: Held<unknown>): Window {
  const { messages, hasNewer } = state as PageState; // the key that it lies under says so
  const keys = new Set(messages.map((message) => message.send_key));
  const heard = as_of[streamOf(room)] ?? 0;
  return { keys, newest: messages.at(-1)?.ordinal ?? 0, heard, isAtEnd: !hasNewer };
}

/** Whenever a window changes, by a fact or by reading, what it shows has arrived. */
function watchWindows(cache: QueryClient, opened: Outbox): () => void {
  return cache.getQueryCache().subscribe(({ type, query }) => {
    const [kind, room] = query.queryKey as [string, RoomId];
    const held: unknown = query.state.data;
    if (type !== "updated" || kind !== PAGE || !(held instanceof Held)) return;
    opened.seen(room, windowOn(room, held));
  });
}
