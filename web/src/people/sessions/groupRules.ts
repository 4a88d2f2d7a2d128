/** The rules about signing in of one group of accounts. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { PasswordRules } from "@/generated/wire";
import { api } from "@/platform/api";

import type { RequiredOf } from "./bodyRules";

const path = "/api/account-groups/{group_id}/password-rules";
// Below what is told of the body's own rules: where a group has none, those hold.
const keyOf = (group_id: string) => ["settings", "sign_in", group_id];

export function useGroupRules(group_id: string) {
  return useQuery({
    queryKey: keyOf(group_id),
    queryFn: async ({ signal }) => {
      const { rules, is_own, second } = await api.get(path, { path: { group_id }, signal });
      // Every answer is whole; only what is sent may leave something out.
      return { rules: rules as PasswordRules, isOwn: is_own, second };
    },
  });
}

interface Decided {
  /** Rules of its own, or null: those of the body. */
  password: PasswordRules | null;
  /** Of whom it asks for a second factor, beyond its body; null: of nobody more. */
  second: RequiredOf | null;
}

export function useDecideGroupRules(group_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ password, second }: Decided): Promise<void> => {
      if (password) await api.put(path, { path: { group_id }, body: password });
      else await api.delete(path, { path: { group_id } });
      await api.put("/api/account-groups/{group_id}/second-factor", {
        path: { group_id },
        body: { required_of: second },
      });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(group_id) }),
  });
}
