/** Which kinds of units have a room of their own, as the body has chosen. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";

const path = { name: "department_rooms" };

export const kinds = ["部", "課", "係", "班"] as const;
export type Kind = (typeof kinds)[number];

export const kindsQuery = queryOptions({
  queryKey: ["settings", path.name],
  queryFn: ({ signal }) => api.get("/api/settings/{name}", { path, signal }),
  select: ({ value }) => kinds.filter((kind) => Array.isArray(value.kinds) && value.kinds.includes(kind)),
});

export function useKinds() {
  return useQuery(kindsQuery);
}

export function useChooseKinds() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (chosen: Kind[]) => api.put("/api/settings/{name}", { path, body: { kinds: chosen } }),
    onSettled: () => cache.invalidateQueries({ queryKey: kindsQuery.queryKey }),
  });
}
