/** Who has read a message and who has not: asked when somebody wants to know, names page by page. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import type { MessageId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export interface Asked {
  room_id: RoomId;
  message_id: MessageId;
}

export type Side = "read" | "unread";

/** `known` is part of the question: when the count that one sees moves, the answer is another one. */
export function useReaders({ room_id, message_id }: Asked, known: number) {
  return useQuery({
    queryKey: ["readers", room_id, message_id, known],
    queryFn: ({ signal }) =>
      api.get("/api/rooms/{room_id}/messages/{message_id}/readers", {
        path: { room_id, message_id },
        signal,
      }),
    gcTime: 0,
    placeholderData: (before) => before,
  });
}

export function useReaderNames({ room_id, message_id }: Asked, side: Side, known: number) {
  const query = useInfiniteQuery({
    queryKey: ["readers", room_id, message_id, known, side],
    queryFn: ({ pageParam, signal }) =>
      api.get("/api/rooms/{room_id}/messages/{message_id}/readers/{side}", {
        path: { room_id, message_id, side },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  return { ...query, people: query.data?.pages.flatMap((page) => page.people) ?? [] };
}
