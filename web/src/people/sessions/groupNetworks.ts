/** From which networks the people of one group may come. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { ForeseenNetworks, GroupNetworks } from "@/generated/wire";
import { managedKey } from "@/people/accounts/managing/keys";
import { api } from "@/platform/api";

const path = "/api/account-groups/{group_id}/networks";
const keyOf = (group_id: string) => [...managedKey, "networks", group_id];

/** As somebody types them: one in each line. */
export interface Typed {
  lgwan: string;
  internet: string;
}

export function typed({ lgwan, internet }: Pick<GroupNetworks, "lgwan" | "internet">): Typed {
  return { lgwan: lgwan.join("\n"), internet: internet.join("\n") };
}

export function useGroupNetworks(group_id: string) {
  return useQuery({
    queryKey: keyOf(group_id),
    queryFn: ({ signal }) => api.get(path, { path: { group_id }, signal }),
  });
}

/** What would be kept, in its one form, and what it would do at once. */
export function useForeseeNetworks(group_id: string) {
  return useMutation({
    mutationFn: (wish: Typed) => api.post(`${path}/foresee`, { path: { group_id }, body: said(wish) }),
  });
}

interface Meant {
  seen: ForeseenNetworks;
  even_own: boolean;
}

export function useDecideNetworks(group_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ seen: { lgwan, internet }, even_own }: Meant): Promise<void> => {
      await api.put(path, { path: { group_id }, body: { lgwan, internet, even_own } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: managedKey }),
  });
}

/** Whoever pastes a list parts it by commas as well. */
export function said({ lgwan, internet }: Typed) {
  return { lgwan: lines(lgwan), internet: lines(internet) };
}

function lines(text: string): string[] {
  return text
    .split(/[\s,、，]+/u)
    .map((each) => each.normalize("NFKC"))
    .filter((each) => each !== "");
}
