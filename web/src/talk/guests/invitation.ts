/** What somebody who is invited asks and says: what the invitation holds, that they come, that they keep the promise. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Entrance, ShownInvitation } from "@/generated/wire";
import { entranceQuery, passThrough } from "@/people/sessions/entrance";
import { api } from "@/platform/api";
import { tellOtherTabs } from "@/platform/tabs";

/** Of which body, and the code that opens once. */
export interface Ticket {
  tenant: string;
  code: string;
}

export function useInvitation(ticket: Ticket) {
  return useQuery({
    queryKey: ["entrance", "invited", ticket],
    queryFn: async () => (await api.post("/api/invited", { body: ticket })) as ShownInvitation,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

export function useAccept(ticket: Ticket) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (said: { digest: string; password: string }) =>
      api.post("/api/invited/accept", { body: { ...ticket, ...said } }),
    onSuccess: ({ here }) => {
      passThrough(cache, { here, locked: null });
      tellOtherTabs("someone else");
    },
  });
}

export function useConsent() {
  return useQuery({ queryKey: ["consent"], queryFn: () => api.get("/api/consent"), gcTime: 0 });
}

export function usePromise() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (digest: string): Promise<void> => {
      await api.put("/api/consent", { body: { digest } });
    },
    onSuccess: () => {
      const { queryKey } = entranceQuery;
      const entrance = cache.getQueryData<Entrance>(queryKey);
      const here = entrance?.here;
      if (here) passThrough(cache, { here: { ...here, owes_promise: false }, locked: null });
    },
  });
}
