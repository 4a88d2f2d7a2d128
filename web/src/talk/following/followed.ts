/** Rooms that one follows without being in them: what is new there, and one of them to read. Nothing arrives by itself. */
import {
  keepPreviousData,
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";

import type { OrganizationId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export const digestKey: QueryKey = ["followed"];
const readKey = (roomId: RoomId): QueryKey => ["followed room", roomId];
/** Who reads along looks again after so long; nothing is told to them meanwhile. */
export const A_WHILE = 60_000; // ms

export function useDigest(organization: OrganizationId | null) {
  return useQuery({
    queryKey: [...digestKey, organization],
    queryFn: ({ signal }) => api.get("/api/following", { query: { organization }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: A_WHILE,
  });
}

/** Begins to follow a room, or follows it no longer. Facts bring the answer onto all of one's screens. */
export function useFollow() {
  return useMutation({
    mutationFn: async ({ room_id, follows }: { room_id: RoomId; follows: boolean }): Promise<void> => {
      const path = { room_id };
      if (follows) await api.put("/api/rooms/{room_id}/following", { path });
      else await api.delete("/api/rooms/{room_id}/following", { path });
    },
  });
}

/** A followed room from its newest message on, page by page back to where it may be read from. */
export function useFollowed(roomId: RoomId) {
  return useInfiniteQuery({
    queryKey: readKey(roomId),
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/rooms/{room_id}/following", { path: { room_id: roomId }, query: { cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.older,
    refetchInterval: A_WHILE,
    // What one may read no longer is not kept, and where one stood is found anew.
    gcTime: 0,
    retry: false,
  });
}

/** Whoever has the room open has looked at it. That can wait for a better line. */
export function useLooked(room_id: RoomId, newest: number): void {
  const cache = useQueryClient();
  useEffect(() => {
    api
      .put("/api/rooms/{room_id}/following/seen", { path: { room_id }, body: { ordinal: newest } })
      .then(() => cache.invalidateQueries({ queryKey: digestKey }))
      .catch(() => {});
  }, [cache, room_id, newest]);
}
