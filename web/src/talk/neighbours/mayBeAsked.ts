/** Whether anybody may wait for an answer of mine. Where my body lets nobody meet, nothing is asked of the server. */
import { type QueryClient, useQuery } from "@tanstack/react-query";

import type { Me } from "@/generated/wire";

const heardKey = ["heard of neighbours"];

/** Somebody has asked: so my body lets us meet by now, whatever it did when the first screen was read. */
export function hearOf(cache: QueryClient): void {
  cache.setQueryData(heardKey, true);
}

export function useMayBeAsked(me: Me): boolean {
  const gcTime = Number.POSITIVE_INFINITY;
  const { data } = useQuery({ queryKey: heardKey, enabled: false, initialData: false, gcTime });
  return me.capabilities.includes("neighbours.ask") && (me.meets_neighbours || data);
}
