/** What the body has decided about signing in, as whoever runs it reads and changes it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";

/** All in numbers; zero stands for "not by itself" or "as the installation says". */
export interface BodyRules {
  tries: number;
  pause_seconds: number;
  lock_minutes: number;
  idle_hours: number;
  longest_days: number;
  password: { least: number; kinds: number; expires_days: number; warn_days: number };
}

const path = { name: "sign_in" };
const rulesQuery = queryOptions({
  queryKey: ["settings", "sign_in"],
  queryFn: async ({ signal }) => {
    const found = await api.get("/api/settings/{name}", { path, signal });
    // The server describes settings of all features as one; this is the shape of ours.
    return { ...found, value: found.value as unknown as BodyRules };
  },
});

export function useBodyRules() {
  return useQuery(rulesQuery);
}

export function useDecideRules() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (rules: BodyRules): Promise<void> => {
      await api.put("/api/settings/{name}", { path, body: { ...rules } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  });
}
