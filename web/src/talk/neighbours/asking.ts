/** What waits between oneself and people of other bodies, and what is done about it. */
import {
  type MutationFunction,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import type { AccountId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

import { asksKey, blockedKey, neighboursKey, sentKey } from "./keys";

export function useAsks() {
  return useInfiniteQuery({
    queryKey: asksKey,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/neighbours/asks", { query: { cursor }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useSentAsks() {
  return useQuery({
    queryKey: sentKey,
    queryFn: ({ signal }) => api.get("/api/neighbours/sent-asks", { signal }),
  });
}

export function useBlocked() {
  return useInfiniteQuery({
    queryKey: blockedKey,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/neighbours/blocked", { query: { cursor }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export interface Wish {
  account_id: AccountId;
  words: string;
}

export function useAsk() {
  return useTowards((wish: Wish) => api.post("/api/neighbours/asks", { body: wish }));
}

export function useAccept(onDone: (talk: { room_id: RoomId }) => void) {
  return useTowards(
    (ask_id: string) => api.put("/api/neighbours/asks/{ask_id}", { path: { ask_id } }),
    onDone,
  );
}

export function useDecline(onDone: () => void) {
  return useTowards(
    (ask_id: string) => api.delete("/api/neighbours/asks/{ask_id}", { path: { ask_id } }),
    onDone,
  );
}

export function useWithdraw(onDone: () => void) {
  return useTowards(
    (person_id: AccountId) => api.delete("/api/neighbours/sent-asks/{person_id}", { path: { person_id } }),
    onDone,
  );
}

export function useBlock(onDone: () => void) {
  return useTowards(({ person_id, on }: { person_id: AccountId; on: boolean }) => {
    const path = { path: { person_id } };
    return on
      ? api.put("/api/neighbours/blocked/{person_id}", path)
      : api.delete("/api/neighbours/blocked/{person_id}", path);
  }, onDone);
}

/**
 * Whatever it was answered, what waits is asked anew: it may be another by now. What follows is done also where the row
 * has gone by then; and nobody waits for the asking anew, which without a line takes long.
 */
function useTowards<Wished, Given>(
  mutationFn: MutationFunction<Given, Wished>,
  onDone?: (given: Given) => void,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (given) => onDone?.(given),
    onSettled: () => void cache.invalidateQueries({ queryKey: neighboursKey }),
  });
}
