/** What is asked of the server about the audit log. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";

import type { AuditGroup, AuditState } from "@/generated/wire";
import { type Day, iso, plusDays } from "@/kit/days";
import { api } from "@/platform/api";
import { saveMade } from "@/platform/files";
import { Held, heldQuery } from "@/platform/held";

import { auditKey } from "./keys";

export type Period = "day" | "week" | "month" | "all" | "chosen";

export interface Filter {
  period: Period;
  /** As iso; only where the period is chosen. */
  first: string | null;
  last: string | null;
  person: string;
  about: string;
  group: "" | AuditGroup;
  outcome: "" | "done" | "refused";
  zone: "" | "lgwan" | "internet";
}

export const lately: Filter = {
  period: "month",
  first: null,
  last: null,
  person: "",
  about: "",
  group: "",
  outcome: "",
  zone: "",
};

const spans = { day: 0, week: 6, month: 29 };

/** What of a filter was chosen, as the server takes it: the rest is not said. */
export function said(filter: Filter, today: Day) {
  const { group, outcome, zone } = filter;
  const [person, about] = [filter.person.trim(), filter.about.trim()];
  return {
    ...spanOf(filter, today),
    ...(person ? { person } : {}),
    ...(about ? { about } : {}),
    ...(group ? { group } : {}),
    ...(outcome ? { outcome } : {}),
    ...(zone ? { zone } : {}),
  };
}

function spanOf({ period, first, last }: Filter, today: Day): { first?: string; last?: string } {
  if (period === "all") return {};
  if (period !== "chosen") return { first: iso(plusDays(today, -spans[period])) };
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}

export type Said = ReturnType<typeof said>;

export function useEntries(wanted: Said) {
  return useInfiniteQuery({
    queryKey: [...auditKey, "entries", wanted],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...wanted, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api.get("/api/audit/entries", { query, signal });
    },
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function useEntry(number: number) {
  return useQuery({
    queryKey: [...auditKey, "entry", number],
    queryFn: ({ signal }) => api.get("/api/audit/entries/{number}", { path: { number }, signal }),
  });
}

/** What stands above the table. The line tells when it is so no longer. */
const stateQuery = heldQuery<AuditState>({
  key: [...auditKey, "state"],
  read: async (signal) => {
    const state = await api.get("/api/audit", { signal });
    return new Held<AuditState>(state, { [state.stream]: state.number });
  },
});

export function useAuditState() {
  return useQuery(stateQuery);
}

/** That it has been done is told on the line; what was found is read then. */
export function useLookThrough() {
  return useMutation({ mutationFn: async (): Promise<void> => void (await api.post("/api/audit/check")) });
}

export interface Taking {
  kind: "csv" | "jsonl";
  reason: string;
  wanted: Said;
}

export function useTakeOut() {
  return useMutation({
    mutationFn: ({ wanted, ...asked }: Taking) => saveMade("/api/audit/export", { ...wanted, ...asked }),
  });
}
