/** れんしゅう: a room of one's own in which nothing counts, with a helper who greets. */
import { useMutation } from "@tanstack/react-query";

import { api } from "@/platform/api";

/** Opens it, or finds the one that is open. */
export function usePractice() {
  return useMutation({ mutationFn: () => api.post("/api/practice") });
}
