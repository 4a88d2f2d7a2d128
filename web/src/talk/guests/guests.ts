/** What is asked of the server about guests: who is invited, who is here and until when, and what is done with them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { AccountId, GuestBody, GuestRow, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

import { guestsKey } from "./keys";

export function useInvitations(roomId: RoomId) {
  return useQuery({
    queryKey: [...guestsKey, "room", roomId],
    queryFn: ({ signal }) => api.get("/api/rooms/{room_id}/guests", { path: { room_id: roomId }, signal }),
  });
}

export interface InviteWish {
  guests: GuestBody[];
  sponsor_id: AccountId | null;
  ends_on: string | null;
}

export function useInviteGuests(roomId: RoomId) {
  const done = useDone();
  return useMutation({
    mutationFn: (wish: InviteWish) =>
      api.post("/api/rooms/{room_id}/guests", { path: { room_id: roomId }, body: wish }),
    onSuccess: done,
  });
}

/** The rows of a list, judged before anybody is invited. */
export function useJudge(roomId: RoomId) {
  return useMutation({
    mutationFn: async (text: string): Promise<GuestRow[]> => {
      const path = { room_id: roomId };
      return (await api.post("/api/rooms/{room_id}/guests/look", { path, body: { text } })).rows;
    },
  });
}

export function useReissue() {
  const done = useDone();
  return useMutation({
    mutationFn: (id: string) =>
      api.put("/api/guest-invitations/{invitation_id}/code", { path: { invitation_id: id } }),
    onSuccess: done,
  });
}

export function useRevoke() {
  const done = useDone();
  return useMutation({
    mutationFn: async (id: string): Promise<void> => {
      await api.delete("/api/guest-invitations/{invitation_id}", { path: { invitation_id: id } });
    },
    onSuccess: done,
  });
}

/** Those for whom one answers oneself; for whoever arranges all guests, all of the body. */
export function useGuests(whose: "mine" | "all" | "ended") {
  return useInfiniteQuery({
    queryKey: [...guestsKey, whose],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor, signal }) =>
      whose === "mine"
        ? api.get("/api/guests/mine", { query: { cursor }, signal })
        : api.get("/api/guests", { query: { cursor, ended: whose === "ended" }, signal }),
    getNextPageParam: (page) => page.next,
  });
}

export type GuestAct =
  | { act: "move"; who: AccountId; ends_on: string }
  | { act: "end"; who: AccountId }
  | { act: "sponsor"; who: AccountId; sponsor: AccountId }
  | { act: "endFirm"; firm: string }
  | { act: "sponsorOfFirm"; firm: string; sponsor: AccountId };

export function useGuestAct() {
  const done = useDone();
  return useMutation({ mutationFn: carryOut, onSuccess: done });
}

async function carryOut(wish: GuestAct): Promise<void> {
  switch (wish.act) {
    case "move":
      await api.put("/api/guests/{account_id}/end", {
        path: { account_id: wish.who },
        body: { ends_on: wish.ends_on },
      });
      return;
    case "end":
      await api.delete("/api/guests/{account_id}", { path: { account_id: wish.who } });
      return;
    case "sponsor":
      await api.put("/api/guests/{account_id}/sponsor", {
        path: { account_id: wish.who },
        body: { sponsor_id: wish.sponsor },
      });
      return;
    case "endFirm":
      await api.post("/api/guest-firms/end", { body: { firm: wish.firm } });
      return;
    default:
      await api.put("/api/guest-firms/sponsor", {
        body: { firm: wish.firm, sponsor_id: wish.sponsor },
      });
  }
}

function useDone() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: guestsKey });
}
