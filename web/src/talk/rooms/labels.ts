/** What is asked of the server about the labels of rooms. The facts that follow put the answers on the screen. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { LabelsInForce, Level, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export const labelsKey = ["labels"] as const;

/** The levels of one's own body, and which of them each template gives. */
export function useLabels() {
  return useQuery({
    queryKey: [...labelsKey, "own"],
    queryFn: ({ signal }) => api.get("/api/room-labels", { signal }),
  });
}

/** The same for whoever may order them anew. */
export function useLabelsInForce() {
  return useQuery({
    queryKey: [...labelsKey, "order"],
    queryFn: ({ signal }) => api.get("/api/room-labels/order", { signal }),
  });
}

export interface Order {
  levels: Level[];
  templates: LabelsInForce["templates"];
}

export function useOrderLabels() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (body: Order): Promise<void> => {
      await api.put("/api/room-labels/order", { body });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: labelsKey }),
  });
}

/** What label a room has and may have, and who would lose it. Who that is changes with every login: it is asked anew. */
export function useLabelChoices(room_id: RoomId) {
  return useQuery({
    queryKey: ["room-label", room_id],
    queryFn: ({ signal }) => api.get("/api/rooms/{room_id}/label", { path: { room_id }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useRelabel(room_id: RoomId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (body: { label: number; expected: number }): Promise<void> => {
      await api.put("/api/rooms/{room_id}/label", { path: { room_id }, body });
    },
    // Somebody may have come in since it was asked who would lose the room.
    onError: () => cache.invalidateQueries({ queryKey: ["room-label", room_id] }),
  });
}
