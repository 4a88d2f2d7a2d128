/** Who has set a sign, by kana: asked when somebody wants to know, page by page. */
import { useInfiniteQuery } from "@tanstack/react-query";

import type { Person } from "@/generated/wire";
import { api } from "@/platform/api";

import type { Sign } from "./react";

interface Known {
  people: Person[];
  isPending: boolean;
  isError: boolean;
  hasMore: boolean;
  more: () => void;
  again: () => void;
}

/** `count` is part of the question: when it moves, the answer is another one. */
export function useWho(sign: Sign, count: number): Known {
  const { data, isPending, isError, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ["reacted", sign.room_id, sign.message_id, sign.kind, count],
    queryFn: ({ pageParam, signal }) =>
      api.get("/api/rooms/{room_id}/messages/{message_id}/reactions/{kind}", {
        path: { ...sign },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    gcTime: 30_000,
  });
  return {
    people: data?.pages.flatMap((page) => page.people) ?? [],
    isPending,
    isError,
    hasMore: hasNextPage,
    more: () => void fetchNextPage(),
    again: () => void refetch(),
  };
}
