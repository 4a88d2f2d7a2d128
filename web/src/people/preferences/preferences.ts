/** What a person has chosen: kept on the server, the same on every device, taken over by this page as it is told. */
import { type QueryClient, QueryObserver, useMutation, useQueryClient } from "@tanstack/react-query";

import type { Preferences, PreferencesAnswer } from "@/generated/wire";
import { api } from "@/platform/api";
import { amend, Held, heldQuery } from "@/platform/held";
import { prefer } from "@/ui/preferences";

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
  const stop = chosen.subscribe(({ data }) => data && prefer(data));
  const { data } = chosen.getCurrentResult();
  if (data) prefer(data);
  return stop;
}

/** Shown at once; if the server does not take it, the page goes back to what the server holds. */
export function useChoose() {
  const cache = useQueryClient();
  return useMutation({
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
