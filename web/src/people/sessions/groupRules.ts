/** The rules about passwords of one group of accounts. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { PasswordRules } from "@/generated/wire";
import { api } from "@/platform/api";

const path = "/api/account-groups/{group_id}/password-rules";
// Below what is told of the body's own rules: where a group has none, those hold.
const keyOf = (group_id: string) => ["settings", "sign_in", group_id];

export function useGroupRules(group_id: string) {
  return useQuery({
    queryKey: keyOf(group_id),
    queryFn: async ({ signal }) => {
      const { rules, is_own } = await api.get(path, { path: { group_id }, signal });
      // Every answer is whole; only what is sent may leave something out.
      return { rules: rules as PasswordRules, isOwn: is_own };
    },
  });
}

/** Rules of its own, or null: those of the body. */
export function useDecideGroupRules(group_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (rules: PasswordRules | null): Promise<void> => {
      if (rules) await api.put(path, { path: { group_id }, body: rules });
      else await api.delete(path, { path: { group_id } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(group_id) }),
  });
}
