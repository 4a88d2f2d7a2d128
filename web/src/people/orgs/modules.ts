/** The modules that the body may live without, and switching one on or off. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";

export const modulesQuery = queryOptions({
  queryKey: ["modules"],
  queryFn: ({ signal }) => api.get("/api/modules", { signal }),
});

export function useModules() {
  return useQuery(modulesQuery);
}

export interface Switching {
  name: string;
  on: boolean;
}

/** Menus follow by the fact that everybody hears; only this list is asked for again. */
export function useSwitch() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ name, on }: Switching) => {
      const path = { name };
      return on
        ? api.put("/api/modules/{name}/switch", { path })
        : api.delete("/api/modules/{name}/switch", { path });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: modulesQuery.queryKey }),
  });
}
