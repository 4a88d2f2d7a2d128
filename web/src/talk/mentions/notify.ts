/** Choosing what of a room calls one. The fact that follows puts it on all of one's screens. */
import { useMutation } from "@tanstack/react-query";

import type { Notify, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export function useNotify(room_id: RoomId) {
  return useMutation({
    mutationFn: (notify: Notify) => chooseNotify(room_id, notify),
  });
}

export async function chooseNotify(room_id: RoomId, notify: Notify | "usual"): Promise<void> {
  await api.put("/api/rooms/{room_id}/notify", { path: { room_id }, body: { notify } });
}
