/** What is asked of the server about rooms. Answers are not put on the screen here: the facts that follow do that. */
import { type QueryKey, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import type { AccountId, OrganizationId, Room, RoomAnswer, RoomId } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { api } from "@/platform/api";
import { Held, heldQuery } from "@/platform/held";
import { Refusal } from "@/platform/refusals";
import { screenIn } from "@/talk/rooms/rows";

export const roomKey = (roomId: RoomId): QueryKey => ["room", roomId];

export function heldRoom({ heads, ...room }: RoomAnswer): Held<Room> {
  return new Held<Room>(room, heads);
}

export const roomQuery = (roomId: RoomId) =>
  heldQuery<Room>({
    key: roomKey(roomId),
    read: async (signal) =>
      heldRoom(await api.get("/api/rooms/{room_id}", { path: { room_id: roomId }, signal })),
  });

/** A room that the server says is not there shows nothing any more of what was held of it. */
export function useRoom(roomId: RoomId) {
  const { data, error, isPending, refetch } = useQuery(roomQuery(roomId));
  const isGone = error instanceof Refusal && error.status === 404;
  return { data: isGone ? undefined : data, error, isPending, refetch };
}

export interface NewRoom {
  name: string;
  purpose: string;
  members: AccountId[];
  organization_id: OrganizationId | null;
  kind: "group" | "open";
  ends_on: string | null;
  template: "meeting" | "project" | "section" | null;
}

export interface Making {
  room: NewRoom;
  /** In whose name it is made; null: in one's own. */
  principal: AccountId | null;
}

/** One key for all the tries of one intention, so that trying again does not open a second room. */
export function useOpenRoom() {
  const key = useRef(ulid());
  return useMutation({
    mutationFn: ({ room, principal }: Making) => {
      const body = { request_key: key.current, ...room };
      if (!principal) return api.post("/api/rooms", { body });
      return api.post("/api/principals/{principal_id}/rooms", { path: { principal_id: principal }, body });
    },
    onSuccess: () => {
      key.current = ulid();
    },
  });
}

export function useInvite(roomId: RoomId) {
  return useMutation({
    mutationFn: async (accounts: AccountId[]): Promise<void> => {
      const path = { room_id: roomId };
      await api.post("/api/rooms/{room_id}/members", { path, body: { accounts } });
    },
  });
}

/** The last manager of a room says who manages it from then on. */
export function useLeave(roomId: RoomId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (successor?: AccountId): Promise<void> => {
      const me = screenIn(cache)?.me.account_id;
      if (!me) return;
      const path = { room_id: roomId, account_id: me };
      await api.delete("/api/rooms/{room_id}/members/{account_id}", {
        path,
        query: { successor: successor ?? null },
      });
    },
  });
}
