/** What goes on paper, read page after page until all of it is there. */
import { type QueryClient, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import type { Message, Paper, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { A_WHILE } from "@/talk/following/followed";

import type { Period } from "./period";

/** Whoever follows a room prints what they may read of it by a way of their own. */
export type Through = "/api/rooms/{room_id}/paper" | "/api/rooms/{room_id}/following/paper";

export interface Printed {
  /** In their order; what was taken back is only counted. */
  messages: Message[];
  people: Paper["people"];
  reactions: Paper["reactions"];
  parents: Paper["parents"];
  withdrawn: number;
  seesAll: boolean;
  /** Whoever is in the room prints its threads and signs too; who follows it, its own log. */
  isInside: boolean;
}

const INSIDE: Through = "/api/rooms/{room_id}/paper";

/** Everything of a room that lies there to be printed. */
export const paperKey = (roomId: RoomId): QueryKey => ["paper", roomId];

/** Words were taken back or put right, or the room is printed no longer: nothing lies there until it is read anew.
 * Whoever follows a room is not told of it, and looks again after a while. */
export function layAnew(cache: QueryClient, roomId: RoomId): void {
  void cache.resetQueries({ queryKey: paperKey(roomId) });
}

export function usePaper(room_id: RoomId, period: Period | null, through: Through) {
  const read = useInfiniteQuery({
    queryKey: [...paperKey(room_id), period],
    queryFn: ({ pageParam: after, signal }) =>
      api.get(through, { path: { room_id }, query: { ...period, after }, signal }),
    initialPageParam: null as number | null, // widens the type: the first page begins with the first day
    getNextPageParam: (last) => last.next,
    enabled: period !== null,
    // What is printed is what stood there when it was asked for, less what was taken back since.
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: through === INSIDE ? false : A_WHILE,
    gcTime: 0,
    retry: false,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = read;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  // What was looked at again in vain may be printed no longer.
  const pages = (!read.isRefetchError && read.data?.pages) || [];
  const isWhole = pages.length > 0 && !hasNextPage;
  return {
    printed: pages.length > 0 ? printedOf(pages, through === INSIDE) : null,
    read: pages.reduce((sum, page) => sum + page.messages.length, 0),
    inAll: pages.at(-1)?.in_all ?? 0,
    isWhole,
    isPending: read.isFetching,
    error: read.error,
    /** It has stopped, or goes on after it had. */
    hasStopped: read.errorUpdateCount > 0 && !isWhole,
    again: () => void (hasNextPage ? fetchNextPage() : read.refetch()),
  };
}

function printedOf(pages: Paper[], isInside: boolean): Printed {
  const said = pages.flatMap((page) => page.messages).filter((message) => isInside || message.in_room);
  const messages = said.filter((message) => !message.is_withdrawn);
  return {
    messages,
    people: joined(pages, "people"),
    reactions: isInside ? joined(pages, "reactions") : {},
    parents: joined(pages, "parents"),
    withdrawn: said.length - messages.length,
    seesAll: pages.every((page) => page.sees_all),
    isInside,
  };
}

function joined<Part extends "people" | "reactions" | "parents">(pages: Paper[], part: Part): Paper[Part] {
  return Object.assign({}, ...pages.map((page) => page[part])) as Paper[Part]; // joined page by page
}
