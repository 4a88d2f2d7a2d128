/** A pasted list of people, looked up by the server row by row. Nothing is added by looking. */
import { useMutation } from "@tanstack/react-query";

import type { AccountId, OrganizationId, Resolved } from "@/generated/wire";
import { api } from "@/platform/api";

interface Pasted {
  text: string;
  present: AccountId[];
  /** Only people of this organization are meant; null: of the whole body. */
  organization: OrganizationId | null;
}

export function useResolve() {
  return useMutation({
    mutationFn: async (body: Pasted): Promise<Resolved[]> =>
      (await api.post("/api/people/resolve", { body })).rows,
  });
}

/** The rows that need no further word. */
export function settled(rows: readonly Resolved[]): Resolved[] {
  return rows.filter((row) => row.outcome === "found");
}
