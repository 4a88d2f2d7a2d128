/** What a person has chosen: kept on the server, the same on every device, taken over by this page as it is told. */
import {
  type QueryClient,
  QueryObserver,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import type { Preferences, PreferencesAnswer } from "@/generated/wire";
import { api } from "@/platform/api";
import { amend, Held, heldQuery } from "@/platform/held";
import { prefer, usePreferences } from "@/ui/preferences";

export const preferencesKey = ["preferences"];

/** The answer does not say whose it is: that is who asks. */
export function heldPreferences({ preferences, number }: PreferencesAnswer, me: string): Held<Preferences> {
  return new Held<Preferences>(preferences, { [`person/${me}`]: number });
}

export const preferencesQuery = (me: string) =>
  heldQuery<Preferences>({
    key: preferencesKey,
    read: async (signal) => heldPreferences(await api.get("/api/preferences", { signal }), me),
  });

/** From now on the page looks as this person has chosen, until the returned function is called. */
export function followPreferences(cache: QueryClient, me: string): () => void {
  const chosen = new QueryObserver(cache, preferencesQuery(me));
  const take = ({ data }: { data: Preferences | undefined }) => data && prefer({ ...data, of: me });
  const stop = chosen.subscribe(take);
  take(chosen.getCurrentResult());
  return stop;
}

/** Whether the page looks as this person has chosen, or cannot be told: what is drawn before that would have to move. */
export function useIsDressed(me: string | undefined): boolean {
  const { of } = usePreferences();
  const { isPending, failureCount } = useQuery({ ...preferencesQuery(me ?? ""), enabled: me !== undefined });
  return of === me || !isPending || failureCount > 0;
}

/** What was chosen here and the server has not yet said yes to: whatever it tells meanwhile does not know of it. */
export function underWay(cache: QueryClient): Partial<Preferences> {
  const choosing = cache.getMutationCache().findAll({ mutationKey: preferencesKey, status: "pending" });
  return Object.assign({}, ...choosing.map(({ state }) => state.variables));
}

/** Shown at once; if the server does not take it, the page goes back to what the server holds. */
export function useChoose() {
  const cache = useQueryClient();
  return useMutation({
    mutationKey: preferencesKey,
    // One after the other: of two choices of the same thing the later one holds.
    scope: { id: "preferences" },
    mutationFn: async (change: Partial<Preferences>): Promise<void> => {
      await api.patch("/api/preferences", { body: change });
    },
    onMutate: (change) => {
      amend<Preferences>(cache, preferencesKey, (chosen) => ({ ...chosen, ...change }));
      prefer(change);
    },
    onError: () => cache.invalidateQueries({ queryKey: preferencesKey }),
  });
}
