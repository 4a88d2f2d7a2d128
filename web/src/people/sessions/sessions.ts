/** Where somebody is signed in, what else should be known about it, and ending it from afar. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { AccountId, SessionId } from "@/generated/wire";
import { api } from "@/platform/api";

import { entranceQuery } from "./entrance";

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: ({ signal }) => api.get("/api/security", { signal }),
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

export function useEndOthers() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete("/api/sessions"),
    onSettled: () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

export interface PasswordChange {
  password: string;
  new_password: string;
  end_others: boolean;
}

export function useChangePassword() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) => api.put("/api/password", { body: change }),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      void cache.invalidateQueries({ queryKey: entranceQuery.queryKey }); // the new one is young
    },
  });
}

/** The same of somebody else, for whoever watches over logins. */
export function useSessionsOf(account_id: AccountId) {
  return useQuery({
    queryKey: keyOf(account_id),
    queryFn: ({ signal }) => api.get("/api/accounts/{account_id}/security", { path: { account_id }, signal }),
  });
}

/** One session of theirs, or all of them. */
export function useEndSessionsOf(account_id: AccountId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (session_id: SessionId | null) =>
      session_id === null
        ? api.delete("/api/accounts/{account_id}/sessions", { path: { account_id } })
        : api.delete("/api/accounts/{account_id}/sessions/{session_id}", {
            path: { account_id, session_id },
          }),
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(account_id) }),
  });
}

const keyOf = (account: AccountId) => ["sessions of", account] as const;
