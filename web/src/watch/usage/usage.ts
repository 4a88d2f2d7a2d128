/** The closed months of a 年度. */
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";

import { api } from "@/platform/api";

/** Without a year: the one we are in. */
export const usageOf = (fiscal_year: number | null) =>
  queryOptions({
    queryKey: ["usage", fiscal_year],
    queryFn: ({ signal }) =>
      api.get("/api/usage", { query: fiscal_year === null ? {} : { fiscal_year }, signal }),
    placeholderData: keepPreviousData,
  });

export function useUsage(fiscalYear: number | null) {
  return useQuery(usageOf(fiscalYear));
}
