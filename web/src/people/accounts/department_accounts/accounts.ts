/** What is asked of the server about 所属アカウント. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import type { AccountId, UnitId } from "@/generated/wire";
import { managedKey } from "@/people/accounts/managing/keys";
import { api } from "@/platform/api";

export function useDepartmentAccounts() {
  return useInfiniteQuery({
    queryKey: [...managedKey, "department accounts"],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/department-accounts", { query: { cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
  });
}

/** One change of them; what is shown is asked again afterwards, whatever came of it. */
function useChange<Wish>(mutationFn: (wish: Wish) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => cache.invalidateQueries({ queryKey: managedKey }) });
}

export const useOpenAccount = () =>
  useChange((body: { unit_id: UnitId; name: string }) => api.post("/api/department-accounts", { body }));

export const useCloseAccount = () =>
  useChange((department_account_id: AccountId) =>
    api.delete("/api/department-accounts/{department_account_id}", { path: { department_account_id } }),
  );

export const useNameSpeaker = (department_account_id: AccountId) =>
  useChange((account_id: AccountId) =>
    api.post("/api/department-accounts/{department_account_id}/speakers", {
      path: { department_account_id },
      body: { account_id },
    }),
  );

export const useRemoveSpeaker = (department_account_id: AccountId) =>
  useChange((speaker_id: string) =>
    api.delete("/api/department-accounts/{department_account_id}/speakers/{speaker_id}", {
      path: { department_account_id, speaker_id },
    }),
  );
