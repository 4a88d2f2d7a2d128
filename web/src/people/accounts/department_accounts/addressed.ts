/** The units that one may write to. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

import type { OrganizationId } from "@/generated/wire";
import { api } from "@/platform/api";

export function useAddressed(q: string, organization: OrganizationId | null) {
  return useInfiniteQuery({
    queryKey: ["people", "units to write to", organization, q],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/addressed-department-accounts", { query: { q, organization, cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    select: (found) => found.pages.flatMap((page) => page.accounts),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
