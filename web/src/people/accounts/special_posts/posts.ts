/** What is asked of the server about special posts: who writes to them, and who acts for them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { AccountId, SpecialPost, UnitId } from "@/generated/wire";
import { api } from "@/platform/api";

import { ownPostKey, postsKey } from "./keys";

export type Circle = SpecialPost["circle"];

export interface Limit {
  circle: Circle;
  units: UnitId[];
  people: AccountId[];
}

export function useSpecialPosts() {
  return useQuery({
    queryKey: postsKey,
    queryFn: ({ signal }) => api.get("/api/special-posts", { signal }),
  });
}

export function useOwnPost() {
  return useQuery({
    queryKey: ownPostKey,
    queryFn: ({ signal }) => api.get("/api/own-special-post", { signal }),
  });
}

/** One change; what is shown is asked again afterwards, whatever came of it. */
function useChange<Wish>(mutationFn: (wish: Wish) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => cache.invalidateQueries({ queryKey: postsKey }) });
}

/** Of whom: of somebody whom one manages, or of oneself. */
export const useLimit = (special_post_id: AccountId, isOwn: boolean) =>
  useChange((body: Limit) =>
    isOwn
      ? api.put("/api/own-special-post", { body })
      : api.put("/api/special-posts/{special_post_id}", { path: { special_post_id }, body }),
  );

export const useNameDelegateOf = (special_post_id: AccountId) =>
  useChange((account_id: AccountId) =>
    api.post("/api/special-posts/{special_post_id}/delegates", {
      path: { special_post_id },
      body: { account_id, until: null },
    }),
  );

export const useEndDelegateOf = (special_post_id: AccountId) =>
  useChange((delegate_id: string) =>
    api.delete("/api/special-posts/{special_post_id}/delegates/{delegate_id}", {
      path: { special_post_id, delegate_id },
    }),
  );
