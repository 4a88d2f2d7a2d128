/** The way in and out: which side this is, signing in, leaving the seat, coming back, signing out. */
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Away, Entrance, Here, SignIn } from "@/generated/wire";
import { api } from "@/platform/api";
import { backoff, clock } from "@/platform/clock";
import { withLineAtRest } from "@/platform/connection";
import { isWorthAnotherTry } from "@/platform/held";
import { tellOtherTabs } from "@/platform/tabs";

export const entranceQuery = queryOptions({
  queryKey: ["entrance"],
  queryFn: ({ signal }) => api.get("/api/entrance", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
  // Before the door there is no line that would come back by itself: whoever stands there gets in once there is a way.
  retry: (_, error) => isWorthAnotherTry(0, error),
  retryDelay: (failures) => backoff(failures, { random: clock.random() }),
});

export function useEntrance() {
  return useQuery(entranceQuery);
}

export function useSignIn() {
  const entered = useEntered();
  return useMutation({
    mutationFn: (who: SignIn) => api.post("/api/sign-in", { body: who }),
    onSuccess: ({ here }) => entered(here),
  });
}

/** The door has opened, at the first step or at the second. */
export function useEntered(): (here: Here) => void {
  const cache = useQueryClient();
  return (here) => {
    passThrough(cache, { here, locked: null });
    // The other tabs hold another person's screen, and their next request would go out under this name.
    tellOtherTabs("someone else");
  };
}

export function useUnlock() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => api.post("/api/unlock", { body: { password } }),
    onSuccess: ({ here }) => {
      passThrough(cache, { here, locked: null });
      tellOtherTabs("someone else");
    },
  });
}

/** Whoever signs out has what is theirs brought to an end first. */
export function useSignOut(settle: () => Promise<void>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await settle();
      await withLineAtRest(() => api.post("/api/sign-out"));
    },
    onSuccess: () => {
      passThrough(cache, { here: null, locked: null });
      tellOtherTabs("someone else");
    },
  });
}

/** Who this browser is signed in for: somebody present, somebody away from their seat, or nobody. */
interface Presence {
  here: Here | null;
  locked: Away | null;
}

/** In, away or out: nothing of the person before stays on this page. What waits to be sent stays on the device. */
export function passThrough(cache: QueryClient, presence: Presence): void {
  const entrance = cache.getQueryData<Entrance>(entranceQuery.queryKey);
  cache.removeQueries({ predicate: (query) => query.queryKey[0] !== entranceQuery.queryKey[0] });
  if (entrance) {
    const signed_in = presence.here !== null;
    cache.setQueryData(entranceQuery.queryKey, { ...entrance, ...presence, signed_in });
  } else void cache.invalidateQueries({ queryKey: entranceQuery.queryKey });
}

/** An answer showed that the seat is locked, or that nobody is signed in any more: the page is emptied, then asks which. */
export async function lookWhoIsThere(cache: QueryClient): Promise<void> {
  passThrough(cache, { here: null, locked: null });
  await cache.invalidateQueries({ queryKey: entranceQuery.queryKey });
}
