/** Finding colleagues by name, reading or department. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

import { api } from "@/platform/api";

export const directoryKey = ["people"];

export function usePeople(q: string) {
  return useInfiniteQuery({
    queryKey: [...directoryKey, q],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? { q } : { q, cursor: pageParam };
      return api.get("/api/people", { query, signal });
    },
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    select: (found) => found.pages.flatMap((page) => page.people),
    // The list stays while the next letter is typed.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
