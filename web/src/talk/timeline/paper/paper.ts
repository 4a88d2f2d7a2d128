/** What goes on paper, read page after page until all of it is there. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

import type { Message, Paper, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

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

export function usePaper(room_id: RoomId, period: Period | null, through: Through) {
  const read = useInfiniteQuery({
    queryKey: ["paper", room_id, period],
    queryFn: ({ pageParam: after, signal }) =>
      api.get(through, { path: { room_id }, query: { ...period, after }, signal }),
    initialPageParam: null as number | null, // widens the type: the first page begins with the first day
    getNextPageParam: (last) => last.next,
    enabled: period !== null,
    // What is printed is what stood there when it was asked for.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = read;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const pages = read.data?.pages ?? [];
  return {
    printed: pages.length > 0 ? printedOf(pages, through === INSIDE) : null,
    read: pages.reduce((sum, page) => sum + page.messages.length, 0),
    inAll: pages[0]?.in_all ?? 0,
    isWhole: pages.length > 0 && !hasNextPage && !isFetching,
    isPending: read.isFetching,
    error: read.error,
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
