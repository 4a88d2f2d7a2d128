/** What people say is wrong about their name or department, for those who keep the roster. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";

const key = ["corrections"];

export function useCorrections() {
  return useInfiniteQuery({
    queryKey: key,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      api.get("/api/corrections", { query: pageParam ? { cursor: pageParam } : {}, signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useSettle() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (correction_id: string) =>
      api.put("/api/corrections/{correction_id}/settled", { path: { correction_id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
}
