/** Rooms that are not made by hand: direct talks, one's own notes, and open rooms that one finds and joins. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import type { AccountId, OrganizationId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export const openKey = ["open rooms"];

/** Asking again gives the same talk; it comes into the list by its fact. */
export function useOpenDirect(organization_id: OrganizationId | null = null) {
  return useMutation({
    mutationFn: (account_id: AccountId) =>
      api.post("/api/direct-rooms", { body: { account_id, organization_id } }),
  });
}

export function useOpenNotes() {
  return useMutation({ mutationFn: () => api.post("/api/own-room") });
}

export function useOpenRooms(q: string, organization: OrganizationId | null, enabled = true) {
  return useInfiniteQuery({
    queryKey: [...openKey, organization, q],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/open-rooms", { query: { q, organization, cursor }, signal }),
    enabled,
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    select: (found) => found.pages.flatMap((page) => page.rooms),
    placeholderData: keepPreviousData,
  });
}

export function useJoin() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (room_id: RoomId): Promise<RoomId> => {
      await api.put("/api/rooms/{room_id}/own-membership", { path: { room_id } });
      return room_id;
    },
    onSettled: () => cache.invalidateQueries({ queryKey: openKey }),
  });
}
