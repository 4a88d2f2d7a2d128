/** Finding colleagues: by name, reading, Latin letters, number or department; in either order of an office. */
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from "@tanstack/react-query";

import type { AccountId, Directory, OrganizationId, Person, UnitId } from "@/generated/wire";
import { api } from "@/platform/api";

export const directoryKey = ["people"];

export interface Wanted {
  q: string;
  order: "kana" | "units";
  /** One of one's own organizations; null: the whole body. */
  organization: OrganizationId | null;
  unit: UnitId | null;
  /** A kana with which the list by kana begins. */
  from: string;
  /** Only those whom one may write to: for choosing, not for finding. */
  reachable: boolean;
}

export const everybody: Wanted = {
  q: "",
  order: "kana",
  organization: null,
  unit: null,
  from: "",
  reachable: false,
};

export function usePeople(wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: [...directoryKey, wanted],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/people", { query: { ...wanted, unit: wanted.unit, cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    select: (found) => found.pages.flatMap((page) => page.people),
    // The list stays while the next letter is typed.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Everybody of a unit and below it whom one may write to, page after page. */
export function useWholeUnit(organization: OrganizationId | null, unit: UnitId) {
  return useMutation({
    mutationFn: async (): Promise<Person[]> => {
      const people: Person[] = [];
      const wanted = { ...everybody, organization, unit, order: "units" as const, reachable: true };
      let cursor: string | null = null;
      do {
        const page: Directory = await api.get("/api/people", { query: { ...wanted, cursor } });
        people.push(...page.people.filter((person) => !person.is_closed));
        cursor = page.next;
      } while (cursor);
      return people;
    },
  });
}

/** The tree of one of one's own organizations; null: of the whole body. */
export function useTree(organization: OrganizationId | null = null) {
  return useQuery({
    queryKey: [...directoryKey, "units", organization],
    queryFn: ({ signal }) => api.get("/api/people/units", { query: { organization }, signal }),
    staleTime: 60_000,
  });
}

export const cardQuery = (account_id: AccountId) =>
  queryOptions({
    queryKey: [...directoryKey, "card", account_id],
    queryFn: ({ signal }) => api.get("/api/people/{account_id}", { path: { account_id }, signal }),
    staleTime: 60_000,
  });

export function useCard(account_id: AccountId) {
  return useQuery(cardQuery(account_id));
}
