/** Who waits for a first password, and issuing slips. What was issued is never put into the cache of the page. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import type { Issued, Slip, Stage, WhomBody } from "@/generated/wire";
import { api } from "@/platform/api";
import { saveMade } from "@/platform/files";

const waitingKey = ["slips"];

const page = (q: string, stage: Stage | null, cursor: string | null, signal?: AbortSignal) =>
  api.get("/api/slips", {
    query: { q, ...(stage && { stage }), ...(cursor && { cursor }) },
    signal,
  });

export function useWaiting(q: string, stage: Stage | null) {
  return useInfiniteQuery({
    queryKey: [...waitingKey, q, stage],
    queryFn: ({ pageParam, signal }) => page(q, stage, pageParam, signal),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** The ids of everybody whom the list speaks of, loaded or not. */
export async function everybody(q: string, stage: Stage | null): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const found: Awaited<ReturnType<typeof page>> = await page(q, stage, cursor);
    ids.push(...found.people.filter((each) => each.may_issue).map((each) => each.account_id));
    cursor = found.next;
  } while (cursor);
  return ids;
}

/** The answer holds secrets: it lives as long as the screen that shows it, and not a moment longer. */
export function useIssue() {
  const cache = useQueryClient();
  return useMutation<Issued, Error, WhomBody>({
    mutationFn: (body) => api.post("/api/slips", { body }),
    gcTime: 0,
    onSettled: () => cache.invalidateQueries({ queryKey: waitingKey }),
  });
}

/** A PDF of these slips, saved under the name that the server gives it. */
export function usePdf() {
  return useMutation<void, Error, { slips: readonly Slip[]; withComparison: boolean }>({
    mutationFn: ({ slips, withComparison }) =>
      saveMade("/api/slips/pdf", {
        slips: slips.map(({ account_id, secret }) => ({ account_id, secret })),
        with_comparison: withComparison,
      }),
    gcTime: 0,
  });
}
