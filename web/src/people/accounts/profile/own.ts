/** One's own profile: what the body asks, and what of it one fills in oneself. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";

import { profileKey } from "./fields";

const ownQuery = queryOptions({
  queryKey: [...profileKey, "own"],
  queryFn: async ({ signal }) => (await api.get("/api/profile", { signal })).fields,
});

export function useOwnProfile() {
  return useQuery(ownQuery);
}

export function useFillIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (values: Record<string, string>): Promise<void> => {
      await api.put("/api/profile", { body: { values } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ownQuery.queryKey }),
  });
}
