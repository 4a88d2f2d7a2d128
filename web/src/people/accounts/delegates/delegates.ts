/** What is asked of the server about who acts for whom. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { AccountId } from "@/generated/wire";
import { api } from "@/platform/api";

import { delegatesKey } from "./keys";

export function useDelegates() {
  return useQuery({
    queryKey: delegatesKey,
    queryFn: ({ signal }) => api.get("/api/delegates", { signal }),
  });
}

/** One change of them; what is shown is asked again afterwards, whatever came of it. */
function useChange<Wish>(mutationFn: (wish: Wish) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn,
    // One after the other: whoever presses twice means the second.
    scope: { id: "delegates" },
    onSettled: () => cache.invalidateQueries({ queryKey: delegatesKey }),
  });
}

export const useNameDelegate = () =>
  useChange((body: { account_id: AccountId; until: string | null }) => api.post("/api/delegates", { body }));

export const useEndDelegate = () =>
  useChange((delegate_id: string) => api.delete("/api/delegates/{delegate_id}", { path: { delegate_id } }));

export const useShowUnread = () =>
  useChange(({ delegate_id, shown }: { delegate_id: string; shown: boolean }) => {
    const path = { delegate_id };
    return shown
      ? api.put("/api/delegates/{delegate_id}/unread", { path })
      : api.delete("/api/delegates/{delegate_id}/unread", { path });
  });

const EVERY = 10_000; // ms

/** How much waits for those who let one see it; asked anew while it is looked at. */
export function useShownCounts(isShown: boolean) {
  return useQuery({
    queryKey: [...delegatesKey, "unread"],
    queryFn: ({ signal }) => api.get("/api/principals/unread", { signal }),
    enabled: isShown,
    refetchInterval: EVERY,
    gcTime: 0,
  });
}
