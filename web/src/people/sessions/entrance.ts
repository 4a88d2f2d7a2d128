/** The way in and out: which side this is, signing in, signing out. */
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Entrance, SignIn } from "@/generated/wire";
import { api } from "@/platform/api";
import { tellOtherTabs } from "@/platform/tabs";

export const entranceQuery = queryOptions({
  queryKey: ["entrance"],
  queryFn: ({ signal }) => api.get("/api/entrance", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useEntrance() {
  return useQuery(entranceQuery);
}

export function useSignIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (who: SignIn) => api.post("/api/sign-in", { body: who }),
    onSuccess: () => {
      passThrough(cache, true);
      // The other tabs hold another person's screen, and their next request would go out under this name.
      tellOtherTabs("someone else");
    },
  });
}

export function useSignOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/sign-out"),
    onSuccess: () => {
      passThrough(cache, false);
      tellOtherTabs("someone else");
    },
  });
}

/** In or out: nothing of the person before stays on this page. What waits to be sent stays on the device. */
export function passThrough(cache: QueryClient, signedIn: boolean): void {
  const entrance = cache.getQueryData<Entrance>(entranceQuery.queryKey);
  cache.removeQueries({ predicate: (query) => query.queryKey[0] !== entranceQuery.queryKey[0] });
  if (entrance) cache.setQueryData(entranceQuery.queryKey, { ...entrance, signed_in: signedIn });
  else void cache.invalidateQueries({ queryKey: entranceQuery.queryKey });
}
