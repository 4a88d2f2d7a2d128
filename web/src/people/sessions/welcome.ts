/** The first day: oneself as the roster says, a word when that is wrong, and that it is over. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Entrance } from "@/generated/wire";
import { api } from "@/platform/api";

import { entranceQuery } from "./entrance";

const welcomeQuery = queryOptions({
  queryKey: ["welcome"],
  queryFn: ({ signal }) => api.get("/api/welcome", { signal }),
});

export function useOneself() {
  return useQuery(welcomeQuery);
}

export function useAskCorrection() {
  return useMutation({ mutationFn: (words: string) => api.post("/api/corrections", { body: { words } }) });
}

/** It is over on this device and on all others. */
export function useBeWelcome() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.put("/api/welcome"),
    onSuccess: () =>
      cache.setQueryData<Entrance>(
        entranceQuery.queryKey,
        (known) => known && { ...known, here: known.here && { ...known.here, welcomed: true } },
      ),
  });
}
