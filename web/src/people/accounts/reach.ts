/** The body's rule about whom its people may write to, as administrators see and set it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { UnitId } from "@/generated/wire";
import { api } from "@/platform/api";

export type Circle = "everybody" | "division" | "section" | "units";

export interface Reach {
  to: Circle;
  units: UnitId[];
}

export const reachQuery = queryOptions({
  queryKey: ["settings", "reach"],
  queryFn: async ({ signal }): Promise<Reach> => {
    const { value } = await api.get("/api/settings/{name}", { path: { name: "reach" }, signal });
    // Settings travel as plain values; the server has read this one with its own model.
    return value as unknown as Reach;
  },
});

export function useReach() {
  return useQuery(reachQuery);
}

export function useSetReach() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ to, units }: Reach): Promise<void> => {
      await api.put("/api/settings/{name}", { path: { name: "reach" }, body: { to, units } });
    },
    onSuccess: (_, reach) => cache.setQueryData(reachQuery.queryKey, reach),
  });
}
