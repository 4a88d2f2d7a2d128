/** What is asked of the server about a room's settings and managers. The facts that follow put the answers on the screen. */
import { useMutation } from "@tanstack/react-query";

import type { AccountId, ReadersShown, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

/** What shall be otherwise; what is left out stays. */
export interface Wish {
  name?: string;
  purpose?: string;
  shows_past?: boolean;
  readers?: ReadersShown;
  reactions?: boolean;
  shows_lines?: boolean;
  printing?: boolean;
  /** Null: it goes on for good. */
  ends_on?: string | null;
}

export function useSetRoom(room_id: RoomId) {
  return useMutation({
    mutationFn: async (body: Wish): Promise<void> => {
      await api.patch("/api/rooms/{room_id}", { path: { room_id }, body });
    },
  });
}

/** Put a room away, or take it out again. */
export function useArchive(room_id: RoomId) {
  return useMutation({
    mutationFn: async (isAway: boolean): Promise<void> => {
      const path = { room_id };
      await (isAway
        ? api.put("/api/rooms/{room_id}/archive", { path })
        : api.delete("/api/rooms/{room_id}/archive", { path }));
    },
  });
}

export type MemberAct = "appoint" | "withdraw" | "remove";

/** Let a member manage the room or no longer, or take them out of it. */
export function useMemberAct(room_id: RoomId, account_id: AccountId) {
  return useMutation({
    mutationFn: async (act: MemberAct): Promise<void> => {
      const path = { room_id, account_id };
      if (act === "appoint") await api.put("/api/rooms/{room_id}/managers/{account_id}", { path });
      if (act === "withdraw") await api.delete("/api/rooms/{room_id}/managers/{account_id}", { path });
      if (act === "remove") await api.delete("/api/rooms/{room_id}/members/{account_id}", { path });
    },
  });
}
