/** What is asked of the server about requests for accounts: the list, one more, and the words of those who answer. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import type { AccountId, AccountRequest, UnitId } from "@/generated/wire";
import { managedKey } from "@/people/accounts/managing/keys";
import { api } from "@/platform/api";

import { requestsKey } from "./keys";

export function useRequests() {
  return useInfiniteQuery({
    queryKey: [...requestsKey, "list"],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/account-requests", { query: { cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
  });
}

export interface RequestWish {
  kind: AccountRequest["kind"];
  unit_id: UnitId;
  account_id: AccountId | null;
  login_id: string;
  family: string;
  given: string;
  kana: string;
  employment_type: AccountRequest["employment_type"];
  starts_on: string | null;
  ends_on: string | null;
  words: string;
}

export type RequestAct =
  | { act: "ask"; key: string; wish: RequestWish }
  | { act: "pass on" | "accept" | "withdraw"; asking: string }
  | { act: "decline"; asking: string; reason: string };

export function useRequestAct() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSettled: (_, __, { act }) =>
      Promise.all([
        cache.invalidateQueries({ queryKey: requestsKey }),
        act === "accept" && cache.invalidateQueries({ queryKey: managedKey }),
      ]),
  });
}

async function carryOut(wish: RequestAct): Promise<void> {
  if (wish.act === "ask") {
    await api.post("/api/account-requests", { body: { ...wish.wish, request_key: wish.key } });
    return;
  }
  const path = { asking_id: wish.asking };
  switch (wish.act) {
    case "pass on":
      await api.post("/api/account-requests/{asking_id}/passing-on", { path });
      return;
    case "accept":
      await api.post("/api/account-requests/{asking_id}/acceptance", { path });
      return;
    case "decline":
      await api.post("/api/account-requests/{asking_id}/refusal", { path, body: { reason: wish.reason } });
      return;
    default:
      await api.delete("/api/account-requests/{asking_id}", { path });
  }
}
