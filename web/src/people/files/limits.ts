/** What may be brought, said before anything is: as the operator of this installation has set it. */
import { queryOptions } from "@tanstack/react-query";

import { api } from "@/platform/api";

import { filesKey } from "./facts";

const A_MINUTE = 60_000;

export const limitsQuery = queryOptions({
  queryKey: [...filesKey, "limits"],
  queryFn: ({ signal }) => api.get("/api/uploads", { signal }),
  // What is left to the body changes with every file.
  staleTime: A_MINUTE,
});
