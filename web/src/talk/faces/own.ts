/** The picture of oneself or of a room: what stands there, what is on its way, and bringing another one. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { FaceState, RoomId } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { limitsQuery } from "@/people/files/limits";
import { api } from "@/platform/api";

import { facesKey } from "./facts";

/** Should nobody tell what has become of it. */
const CHECKED_AGAIN = 5_000;

const ofRoom = "/api/rooms/{room_id}/face";

export function useFace(room: RoomId | null) {
  return useQuery({
    queryKey: [...facesKey, room],
    queryFn: ({ signal }): Promise<FaceState> =>
      room ? api.get(ofRoom, { path: { room_id: room }, signal }) : api.get("/api/face", { signal }),
    refetchInterval: ({ state: { data } }) => (data?.is_coming ? CHECKED_AGAIN : false),
  });
}

export function useBringFace(room: RoomId | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const [{ carry }, { piece_bytes }] = await Promise.all([
        import("@/people/files/carry"),
        cache.fetchQuery(limitsQuery),
      ]);
      const how = { key: ulid(), address: null, signal: new AbortController().signal };
      const file_id = await carry(file, piece_bytes, { ...how, onAddress: () => {}, onProgress: () => {} });
      const body = { file_id };
      if (room) await api.put(ofRoom, { path: { room_id: room }, body });
      else await api.put("/api/face", { body });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: facesKey }),
  });
}

export function useTakeOffFace(room: RoomId | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if (room) await api.delete(ofRoom, { path: { room_id: room } });
      else await api.delete("/api/face");
    },
    onSettled: () => cache.invalidateQueries({ queryKey: facesKey }),
  });
}
