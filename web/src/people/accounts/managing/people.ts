/** What is asked of the server about people as administrators see them. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";

import type { AccountForm, AccountId, BulkWish, OrganizationId, UnitId } from "@/generated/wire";
import { useOnceKey } from "@/people/access/once";
import { managedKey } from "@/people/accounts/managing/keys";
import { api } from "@/platform/api";

export type AccountRole = "owner" | "administrator" | "auditor" | "member" | "served";

export interface Filter {
  q: string;
  unit: string;
  employment: "" | "regular" | "reappointed" | "fixed_term" | "special_post" | "other";
  state: "there" | "active" | "suspended" | "removed";
  role: "" | AccountRole;
  group: string;
}

export type Order = "kana" | "units";

export const everybody: Filter = { q: "", unit: "", employment: "", state: "there", role: "", group: "" };

/** What of a filter was chosen: the rest is not said. */
export function said({ q, unit, employment, state, role, group }: Filter) {
  return {
    q: q.trim(),
    state,
    ...(unit ? { unit } : {}),
    ...(employment ? { employment } : {}),
    ...(role ? { role } : {}),
    ...(group ? { group } : {}),
  };
}

export function useTable(filter: Filter, order: Order) {
  return useInfiniteQuery({
    queryKey: [...managedKey, "table", filter, order],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...said(filter), order, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api.get("/api/accounts", { query, signal });
    },
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function usePerson(account_id: AccountId | null) {
  return useQuery({
    // Not below the key of the table: what is told meanwhile must not take a half-filled form away.
    queryKey: ["person form", account_id],
    enabled: account_id !== null,
    // A form that is being filled in is not read anew under somebody's hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ signal }) => {
      if (account_id === null) throw new Error("nobody");
      return api.get("/api/accounts/{account_id}", { path: { account_id }, signal });
    },
  });
}

export function useHistory(account_id: AccountId) {
  return useQuery({
    queryKey: [...managedKey, "history", account_id],
    queryFn: ({ signal }) => api.get("/api/accounts/{account_id}/history", { path: { account_id }, signal }),
  });
}

export function useGroups() {
  return useQuery({
    queryKey: [...managedKey, "groups"],
    queryFn: async ({ signal }) => (await api.get("/api/account-groups", { signal })).groups,
  });
}

/** How many seats the body takes, and who works without one. */
export function useSeats() {
  return useQuery({
    queryKey: [...managedKey, "seats"],
    queryFn: ({ signal }) => api.get("/api/account-seats", { signal }),
  });
}

export interface PostWish {
  organization_id: OrganizationId;
  unit_id: UnitId | null;
  main: boolean;
}

export interface PersonWish {
  login_id: string;
  family: string;
  given: string;
  kana: string;
  email: string | null;
  employment_type: string;
  job_title: string;
  extension: string;
  place: string;
  display_order: number | null;
  ends_on: string | null;
  group_id: string | null;
  profile: Record<string, string>;
  posts: PostWish[];
}

export function wishOf({ row, posts }: AccountForm): PersonWish {
  const { account_id: _, status: __, roles: ___, password: ____, ...words } = row;
  const held = posts.map(({ organization_id, unit_id, main }) => ({ organization_id, unit_id, main }));
  return { ...words, posts: held };
}

export function useSavePerson(form: AccountForm) {
  return useMutation({
    mutationFn: (wish: PersonWish) =>
      api.put("/api/accounts/{account_id}", {
        path: { account_id: form.row.account_id },
        body: { ...wish, last_change: form.last_change },
      }),
  });
}

export function useAddPerson() {
  const key = useOnceKey();
  return useMutation({
    mutationFn: (wish: PersonWish) =>
      api.post("/api/accounts", { body: { ...wish, request_key: key.current() } }),
    onSuccess: key.renew,
  });
}

export type Act = "suspend" | "restore" | "withdraw" | "callBack" | "freeNumber";

interface At {
  path: { account_id: AccountId };
}

/** Each is the same when it is done twice. */
const calls: Record<Act, (at: At) => Promise<unknown>> = {
  suspend: (at) => api.put("/api/accounts/{account_id}/suspension", at),
  restore: (at) => api.delete("/api/accounts/{account_id}/suspension", at),
  withdraw: (at) => api.put("/api/accounts/{account_id}/withdrawal", at),
  callBack: (at) => api.delete("/api/accounts/{account_id}/withdrawal", at),
  freeNumber: (at) => api.delete("/api/accounts/{account_id}/number", at),
};

/** Stopping, giving back, withdrawing, calling back and freeing the number. */
export function useAct(account_id: AccountId) {
  return useMutation({
    mutationFn: async (act: Act): Promise<void> => {
      await calls[act]({ path: { account_id } });
    },
  });
}

export function useAppoint(account_id: AccountId) {
  return useMutation({
    mutationFn: async (role: AccountRole): Promise<void> => {
      await api.put("/api/accounts/{account_id}/role", { path: { account_id }, body: { role } });
    },
  });
}

export function useForesee() {
  return useMutation({
    mutationFn: (wish: BulkWish) => api.post("/api/accounts/changes/preview", { body: wish }),
  });
}

export function useCarryOut() {
  const key = useOnceKey();
  return useMutation({
    mutationFn: ({ wish, expected }: { wish: BulkWish; expected: number }) =>
      api.post("/api/accounts/changes", { body: { ...wish, expected, request_key: key.current() } }),
    onSuccess: key.renew,
  });
}
