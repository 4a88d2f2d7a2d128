/** What is asked of the server about rights. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { AccountId, Right } from "@/generated/wire";
import { managedKey } from "@/people/accounts/managing/keys";
import { api } from "@/platform/api";

/** Of some rights: given, withheld, or nothing said any more. */
export type Words = Partial<Record<Right, boolean | null>>;

export function useOwnRights() {
  return useQuery({
    queryKey: ["own rights"],
    queryFn: ({ signal }) => api.get("/api/own-rights", { signal }),
  });
}

const keyOf = (account_id: AccountId) => [...managedKey, "rights", account_id];

export function useRightsOf(account_id: AccountId) {
  return useQuery({
    queryKey: keyOf(account_id),
    queryFn: ({ signal }) => api.get("/api/accounts/{account_id}/rights", { path: { account_id }, signal }),
  });
}

export function useSayRights(account_id: AccountId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (words: Words): Promise<void> => {
      await api.put("/api/accounts/{account_id}/rights", { path: { account_id }, body: { words } });
    },
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: keyOf(account_id) });
      await cache.invalidateQueries({ queryKey: [...managedKey, "history", account_id] });
    },
  });
}

const keyOfGroup = (group_id: string) => [...managedKey, "group rights", group_id];

export function useGroupRights(group_id: string) {
  return useQuery({
    queryKey: keyOfGroup(group_id),
    queryFn: ({ signal }) => api.get("/api/account-groups/{group_id}/rights", { path: { group_id }, signal }),
  });
}

export function useSayGroupRights(group_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (words: Words): Promise<void> => {
      await api.put("/api/account-groups/{group_id}/rights", { path: { group_id }, body: { words } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keyOfGroup(group_id) }),
  });
}
