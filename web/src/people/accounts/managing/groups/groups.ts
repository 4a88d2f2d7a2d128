/** What is asked of the server about groups of accounts. Nobody else is told of them, so this page asks again itself. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { managedKey } from "@/people/accounts/managing/keys";
import { api } from "@/platform/api";

export interface GroupWish {
  name: string;
  hidden: string[];
  locked: string[];
}

export function useSaveGroup(group_id: string | null) {
  return useMutation({
    mutationFn: async (wish: GroupWish): Promise<void> => {
      if (group_id === null) await api.post("/api/account-groups", { body: wish });
      else await api.put("/api/account-groups/{group_id}", { path: { group_id }, body: wish });
    },
    onSettled: useAskAgain(),
  });
}

export function useRemoveGroup() {
  return useMutation({
    mutationFn: async (group_id: string): Promise<void> => {
      await api.delete("/api/account-groups/{group_id}", { path: { group_id } });
    },
    onSettled: useAskAgain(),
  });
}

function useAskAgain() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: [...managedKey, "groups"] });
}
