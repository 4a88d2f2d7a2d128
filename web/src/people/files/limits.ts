/** What may be brought, said before anything is: as the operator and the body have ruled. */
import { queryOptions } from "@tanstack/react-query";

import { api } from "@/platform/api";

const A_MINUTE = 60_000;

export const limitsQuery = queryOptions({
  // Below the setting of its name: once that is chosen anew, this is asked anew.
  queryKey: ["settings", "files", "limits"],
  queryFn: ({ signal }) => api.get("/api/uploads", { signal }),
  // What is left to the body changes with every file.
  staleTime: A_MINUTE,
});
