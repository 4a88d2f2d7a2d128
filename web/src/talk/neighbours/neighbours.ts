/** People of other bodies: whether they find one, and who of them is found. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";

import { findableKey } from "./keys";

export function useFindable() {
  return useQuery({
    queryKey: findableKey,
    queryFn: ({ signal }) => api.get("/api/neighbours", { signal }),
  });
}

export function useChooseFindable() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (findable: boolean): Promise<void> => {
      await api.put("/api/neighbours", { body: { findable } });
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: findableKey }),
  });
}

/** Asked when it is pressed, never with each letter: searches are counted. */
export function useFindNeighbours() {
  return useMutation({
    mutationFn: async (q: string) => (await api.get("/api/neighbours/people", { query: { q } })).people,
  });
}
