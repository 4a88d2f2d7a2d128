/** Rooms that one was moved from and still reads in: which they are, one of them, and who else reads on in a room. */
import {
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import type { RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export const formerKey: QueryKey = ["handovers", "own"];
export const formerRoomKey = (roomId: RoomId): QueryKey => ["former room", roomId];
const runningKey: QueryKey = ["handovers", "running"];
const firstPage = null as string | null; // widens the type: the first page has no cursor

export function useFormerRooms() {
  return useQuery({
    queryKey: formerKey,
    queryFn: ({ signal }) => api.get("/api/handovers/own", { signal }),
  });
}

/** From the last message before the move, page by page back to where it may be read from. */
export function useFormerRoom(roomId: RoomId) {
  return useInfiniteQuery({
    queryKey: formerRoomKey(roomId),
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/rooms/{room_id}/handover", { path: { room_id: roomId }, query: { cursor }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.older,
    // What one may read no longer is not kept.
    gcTime: 0,
    retry: false,
  });
}

/** Who still reads in a room, the newest first. */
export function usePredecessors(room_id: RoomId) {
  return useInfiniteQuery({
    queryKey: ["predecessors", room_id],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/rooms/{room_id}/handovers", { path: { room_id }, query: { cursor }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    gcTime: 0,
  });
}

/** The same of all rooms of the body. */
export function useRunning() {
  return useInfiniteQuery({
    queryKey: runningKey,
    queryFn: ({ pageParam: cursor, signal }) => api.get("/api/handovers", { query: { cursor }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
  });
}

export function useEndHandover() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (handover_id: string): Promise<void> => {
      await api.delete("/api/handovers/{handover_id}", { path: { handover_id } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: runningKey }),
  });
}
