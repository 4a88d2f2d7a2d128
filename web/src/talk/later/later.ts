/** What one keeps for later, and what is done with it. Facts bring the answers onto all of one's screens. */
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";

import type { MessageId, OrganizationId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export const laterKey = ["later"] as const;

export interface Kept {
  room_id: RoomId;
  message_id: MessageId;
}

export function useKept(done: boolean, organization: OrganizationId | null) {
  return useInfiniteQuery({
    queryKey: [...laterKey, organization, done],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/later", { query: { done, organization, cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    select: (found) => ({
      kept: found.pages.flatMap((page) => page.kept),
      people: Object.assign(
        {},
        ...found.pages.map((page) => page.people),
      ) as (typeof found.pages)[0]["people"],
    }),
  });
}

/** Keep a message, or give one that is kept another time. */
export function useKeep({ room_id, message_id }: Kept) {
  return useMutation({
    mutationFn: async (remind_at: string | null): Promise<void> => {
      const path = { room_id, message_id };
      await api.put("/api/rooms/{room_id}/messages/{message_id}/later", { path, body: { remind_at } });
    },
  });
}

/** Looked at, to be looked at after all, or kept no longer. */
export function useSettle() {
  return useMutation({
    mutationFn: async ({ kept: { room_id, message_id }, as }: { kept: Kept; as: Settled }): Promise<void> => {
      const path = { room_id, message_id };
      if (as === "done") await api.put("/api/rooms/{room_id}/messages/{message_id}/later/done", { path });
      if (as === "open") await api.delete("/api/rooms/{room_id}/messages/{message_id}/later/done", { path });
      if (as === "gone") await api.delete("/api/rooms/{room_id}/messages/{message_id}/later", { path });
    },
  });
}

export type Settled = "done" | "open" | "gone";
