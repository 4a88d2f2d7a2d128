/** What is asked of the server about bodies in rooms: which there are, one's own part in rooms of others, and what is done. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { AccountId, PartTerms, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

import { bodiesKey, partsKey } from "./keys";

export function useRoomBodies(roomId: RoomId) {
  return useQuery({
    queryKey: bodiesKey(roomId),
    queryFn: ({ signal }) => api.get("/api/rooms/{room_id}/bodies", { path: { room_id: roomId }, signal }),
  });
}

export type HostAct =
  | { act: "invite"; body: string; words: string }
  | { act: "remove"; body: string }
  | { act: "contact"; body: string; contact: string }
  | { act: "askings"; takes: boolean };

export function useHostAct(room_id: RoomId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (wish: HostAct) => host(room_id, wish),
    onSuccess: () => cache.invalidateQueries({ queryKey: bodiesKey(room_id) }),
  });
}

async function host(room_id: RoomId, wish: HostAct): Promise<void> {
  switch (wish.act) {
    case "invite":
      await api.post("/api/rooms/{room_id}/bodies", {
        path: { room_id },
        body: { tenant_id: wish.body, words: wish.words },
      });
      return;
    case "remove":
      await api.delete("/api/rooms/{room_id}/bodies/{tenant_id}", {
        path: { room_id, tenant_id: wish.body },
      });
      return;
    case "contact":
      await api.put("/api/rooms/{room_id}/bodies/{tenant_id}/contact", {
        path: { room_id, tenant_id: wish.body },
        body: { contact: wish.contact },
      });
      return;
    default:
      await api.put("/api/rooms/{room_id}/bodies/asking", { path: { room_id }, body: { takes: wish.takes } });
  }
}

/** The rooms of others in which one arranges the part of one's own body. */
export function useParts() {
  return useInfiniteQuery({
    queryKey: [...partsKey, "parts"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor, signal }) => api.get("/api/federation", { query: { cursor }, signal }),
    getNextPageParam: (page) => page.next,
  });
}

export function usePartPeople(part_id: string) {
  return useInfiniteQuery({
    queryKey: [...partsKey, "people", part_id],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/federation/{part_id}/people", { path: { part_id }, query: { cursor }, signal }),
    getNextPageParam: (page) => page.next,
  });
}

/** Rooms of a body that take askings. */
export function useAskedFor(tenant_id: string | null) {
  return useQuery({
    queryKey: [...partsKey, "rooms", tenant_id],
    enabled: tenant_id !== null,
    queryFn: async ({ signal }) => {
      if (tenant_id === null) return [];
      return (await api.get("/api/bodies/{tenant_id}/rooms", { path: { tenant_id }, signal })).rooms;
    },
  });
}

export type PartAct =
  | { act: "accept"; part: string; terms: PartTerms }
  | { act: "leave"; part: string }
  | { act: "bring"; part: string; accounts: AccountId[] }
  | { act: "takeOut"; part: string; who: AccountId }
  | { act: "ask"; room: RoomId; words: string; contact: string };

export function usePartAct() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: () => cache.invalidateQueries({ queryKey: partsKey }),
  });
}

async function carryOut(wish: PartAct): Promise<void> {
  switch (wish.act) {
    case "accept":
      await api.put("/api/federation/{part_id}", { path: { part_id: wish.part }, body: wish.terms });
      return;
    case "leave":
      await api.delete("/api/federation/{part_id}", { path: { part_id: wish.part } });
      return;
    case "bring":
      await api.post("/api/federation/{part_id}/people", {
        path: { part_id: wish.part },
        body: { accounts: wish.accounts },
      });
      return;
    case "takeOut":
      await api.delete("/api/federation/{part_id}/people/{account_id}", {
        path: { part_id: wish.part, account_id: wish.who },
      });
      return;
    default:
      await api.post("/api/federation", {
        body: { room_id: wish.room, words: wish.words, contact: wish.contact },
      });
  }
}
