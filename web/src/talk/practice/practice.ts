/** The room to practise in: opening it, and ending it. */
import { useMutation } from "@tanstack/react-query";

import type { Me } from "@/generated/wire";
import { api } from "@/platform/api";

/** Whether the person may practise at all, where they are. */
export function mayPractise(me: Me): boolean {
  return me.capabilities.includes("practice.open") && !me.switched_off.includes("practice");
}

/** The room comes into the list by its fact; the answer says which one it is. */
export function useOpenPractice() {
  return useMutation({ mutationFn: () => api.post("/api/practice") });
}

export function useEndPractice() {
  return useMutation({ mutationFn: () => api.delete("/api/practice") });
}
