/** A pasted list of people, looked up by the server row by row. Nothing is added by looking. */
import { useMutation } from "@tanstack/react-query";

import type { AccountId, Resolved } from "@/generated/wire";
import { api } from "@/platform/api";

export function useResolve() {
  return useMutation({
    mutationFn: async ({ text, present }: { text: string; present: AccountId[] }): Promise<Resolved[]> => {
      return (await api.post("/api/people/resolve", { body: { text, present } })).rows;
    },
  });
}

/** The rows that need no further word. */
export function settled(rows: readonly Resolved[]): Resolved[] {
  return rows.filter((row) => row.outcome === "found");
}
