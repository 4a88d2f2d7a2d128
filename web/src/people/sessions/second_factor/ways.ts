/** The two ways to set one up: at the door, with the half-way ticket, and in one's own settings. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Here, SecondConfirmed, SecondOffer } from "@/generated/wire";
import { useEntered } from "@/people/sessions/entrance";
import { sessionsQuery } from "@/people/sessions/sessions";
import { api } from "@/platform/api";

/** What a setup asks of the server, step by step; only the last step changes anything. */
export interface Way {
  offer: () => Promise<SecondOffer>;
  confirm: (proof: { sealed: string; one_time_code: string }) => Promise<SecondConfirmed>;
  /** The recovery codes are put away. */
  keep: (sealed: string) => Promise<void>;
}

export function useWayAtTheDoor(): Way {
  const entered = useEntered();
  return {
    offer: () => api.post("/api/sign-in/second-factor/offer"),
    confirm: (body) => api.post("/api/sign-in/second-factor/confirm", { body }),
    keep: async (sealed) => {
      const { here } = await api.post("/api/sign-in/second-factor", { body: { sealed } });
      entered(here);
    },
  };
}

export function useOwnWay(): Way {
  const cache = useQueryClient();
  return {
    offer: () => api.post("/api/second-factor/offer"),
    confirm: (body) => api.post("/api/second-factor/confirm", { body }),
    keep: async (sealed) => {
      await api.put("/api/second-factor", { body: { sealed } });
      await cache.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  };
}

/** A code of the app, or a recovery code, at the door. */
export function useGiveCode() {
  const entered = useEntered();
  return useMutation({
    mutationFn: (one_time_code: string): Promise<{ here: Here }> =>
      api.post("/api/sign-in/code", { body: { one_time_code } }),
    onSuccess: ({ here }) => entered(here),
  });
}
