/** Where this person is signed in, and ending it from afar. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { SessionId } from "@/generated/wire";
import { api } from "@/platform/api";

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: ({ signal }) => api.get("/api/sessions", { signal }),
});

export function useSessions() {
  return useQuery(sessionsQuery);
}

export function useEndSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (session_id: SessionId) => api.delete("/api/sessions/{session_id}", { path: { session_id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
