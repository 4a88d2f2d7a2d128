/** What is asked of the server about ITリーダー. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import type { AccountId, UnitId } from "@/generated/wire";
import { managedKey } from "@/people/accounts/managing/keys";
import { api } from "@/platform/api";

const leadersKey = [...managedKey, "leaders"];

export function useLeaders() {
  return useInfiniteQuery({
    queryKey: leadersKey,
    queryFn: ({ pageParam: cursor, signal }) => api.get("/api/leaders", { query: { cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
  });
}

export function useAppointLeader() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (wish: { account_id: AccountId; unit_id: UnitId }) =>
      api.post("/api/leaders", { body: wish }),
    onSettled: () => cache.invalidateQueries({ queryKey: managedKey }),
  });
}

export function useDismissLeader() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (leader_id: string): Promise<void> => {
      await api.delete("/api/leaders/{leader_id}", { path: { leader_id } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: managedKey }),
  });
}
