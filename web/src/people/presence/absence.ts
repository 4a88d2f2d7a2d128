/** My own absence, as I said it myself: asked when it is shown, and anew whenever what the others see of it changes. */
import { useMutation, useQuery } from "@tanstack/react-query";

import type { AccountId, Presence } from "@/generated/wire";
import { api } from "@/platform/api";

import { lookAgain } from "./presence";

interface Wish {
  until: string;
  deputy_id: AccountId | null;
}

export function useOwnAbsence(presence: Presence) {
  const { absence } = presence;
  return useQuery({
    queryKey: ["own absence", absence?.until, absence?.deputy?.account_id],
    queryFn: () => api.get("/api/presence/absence"),
    enabled: absence !== null,
    gcTime: 0,
  });
}

export function useBeAbsent() {
  return useMutation({
    mutationFn: (wish: Wish) => api.put("/api/presence/absence", { body: wish }),
    onSuccess: () => lookAgain(),
  });
}

export function useBeBack() {
  return useMutation({
    mutationFn: () => api.delete("/api/presence/absence"),
    onSuccess: () => lookAgain(),
  });
}
