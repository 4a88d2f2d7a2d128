/** The window of messages that a room is read through: opened, widened at both ends, kept true by facts. */
import { type QueryClient, type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";

import type { MessageId, PageAnswer, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { Held, heldQuery } from "@/platform/held";
import { edgeOf, extended, type PageState, type Side, windowOf } from "@/talk/messages/window";
import { rowIn, streamOf } from "@/talk/rooms/rows";

export interface PageView extends PageState {
  status: "pending" | "error" | "success";
  error: Error | null;
  loadOlder: () => Promise<void>;
  loadNewer: () => Promise<void>;
  toNewest: () => Promise<void>;
  reload: () => void;
}

export interface Wanted {
  before?: number;
  after?: number;
  around?: MessageId;
}

export type Reader = (wanted: Wanted, signal?: AbortSignal) => Promise<PageAnswer>;

/** Which window: around a message, in the thread under one, or with neither on the room itself. */
export interface Wish {
  around?: MessageId;
  under?: MessageId;
}

interface Place {
  roomId: RoomId;
  key: QueryKey;
}

const AT_ONCE = 50;
/** With more unread than this the window opens where reading stopped, with some lines of what went before. */
const MANY_UNREAD = 40;
const LINES_BEFORE = 10;

const nothing: PageState = {
  messages: [],
  people: {},
  marks: [],
  reactions: {},
  lines: [],
  threads: {},
  under: null,
  root: null,
  hasOlder: false,
  hasNewer: false,
};

export const PAGE = "page";
export const pagesKey = (roomId: RoomId): QueryKey => [PAGE, roomId];
export const pageKey = (roomId: RoomId, around?: MessageId): QueryKey => [
  ...pagesKey(roomId),
  around ?? "here",
];

export const threadKey = (roomId: RoomId, under: MessageId): QueryKey => [
  ...pagesKey(roomId),
  "under",
  under,
];

export function heldPage(roomId: RoomId, page: PageAnswer, under?: MessageId): Held<PageState> {
  return new Held(windowOf(page, under), { [streamOf(roomId)]: page.number });
}

export function usePage(roomId: RoomId, { around, under }: Wish = {}): PageView {
  const cache = useQueryClient();
  const { data, status, error, refetch } = useQuery(
    under ? threadQuery(roomId, under) : pageQuery(cache, roomId, around),
  );
  const ways = useMemo(() => waysIn(cache, roomId, { around, under }), [cache, roomId, around, under]);
  const reload = () => void refetch();
  // A window that could not be read anew is still worth looking at.
  return { ...(data ?? nothing), ...ways, reload, error, status: data ? "success" : status };
}

/** Every open window of the room goes to the end: one's own message is about to appear there. */
export function showTheEnd(cache: QueryClient, roomId: RoomId): void {
  const pages = cache.getQueriesData<Held<PageState>>({ queryKey: pageKey(roomId), type: "active" });
  for (const [key, held] of pages) {
    if (held?.state.hasNewer) void readEnd(cache, { roomId, key }, readerOf(roomId)).catch(() => {});
  }
}

export function pageQuery(cache: QueryClient, roomId: RoomId, around?: MessageId) {
  return heldQuery<PageState>({
    key: pageKey(roomId, around),
    read: async (signal) => {
      const wanted = around ? { around } : whereReadingStopped(cache, roomId);
      return heldPage(roomId, await readerOf(roomId)(wanted, signal));
    },
    // A permalink leads to its message every time, not to where its window was left.
    ...(around ? { gcTime: 0 } : {}),
  });
}

function threadQuery(roomId: RoomId, under: MessageId) {
  return heldQuery<PageState>({
    key: threadKey(roomId, under),
    read: async (signal) => heldPage(roomId, await readerOf(roomId, under)({}, signal), under),
  });
}

function whereReadingStopped(cache: QueryClient, roomId: RoomId): Wanted {
  const row = rowIn(cache, roomId);
  if (!row || row.unread <= MANY_UNREAD) return {};
  return { after: Math.max(0, row.mark - LINES_BEFORE) };
}

function readerOf(room_id: RoomId, under?: MessageId): Reader {
  return ({ around, ...beside }, signal) => {
    const query = { ...beside, limit: AT_ONCE };
    if (under) {
      const path = { room_id, message_id: under };
      return api.get("/api/rooms/{room_id}/threads/{message_id}", { path, query, signal });
    }
    const where = around ? { ...query, around } : query;
    return api.get("/api/rooms/{room_id}/messages", { path: { room_id }, query: where, signal });
  };
}

/** The ways in which a window moves. */
export function waysIn(
  cache: QueryClient,
  roomId: RoomId,
  { around, under }: { [Name in keyof Wish]: Wish[Name] | undefined },
) {
  const place = { roomId, key: under ? threadKey(roomId, under) : pageKey(roomId, around) };
  const read = readerOf(roomId, under);
  const load: Record<Side, Promise<void> | null> = { older: null, newer: null };
  const once = (side: Side) => {
    load[side] ??= readOn(cache, { ...place, side }, read).finally(() => {
      load[side] = null;
    });
    return load[side];
  };
  return {
    loadOlder: () => once("older"),
    loadNewer: () => once("newer"),
    toNewest: () => readEnd(cache, place, read),
  };
}

/** Move the window to the end of the room. */
export async function readEnd(cache: QueryClient, { roomId, key }: Place, read: Reader): Promise<void> {
  cache.setQueryData(key, heldPage(roomId, await read({})));
}

/** Widen the window on one side. */
export async function readOn(
  cache: QueryClient,
  { roomId, key, side }: Place & { side: Side },
  read: Reader,
): Promise<void> {
  const edge = edgeIn(cache, key, side);
  if (edge === null) return;
  const page = await read(side === "older" ? { before: edge } : { after: edge });
  // The window may have moved elsewhere meanwhile; then this piece does not fit it.
  const held = cache.getQueryData<Held<PageState>>(key);
  if (!held || edgeIn(cache, key, side) !== edge) return;
  const stream = streamOf(roomId);
  // True as of the earlier of the two; what was told after that is taken in again, and nothing twice.
  const as_of = { [stream]: Math.min(held.as_of[stream] ?? page.number, page.number) };
  cache.setQueryData(key, new Held(extended(held.state, side, page), as_of));
}

function edgeIn(cache: QueryClient, key: QueryKey, side: Side): number | null {
  const state = cache.getQueryData<Held<PageState>>(key)?.state;
  return state ? edgeOf(state, side) : null;
}
