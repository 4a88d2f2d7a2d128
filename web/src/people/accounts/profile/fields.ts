/** The fields that the body has added to its people, as administrators arrange them. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { ProfileField } from "@/generated/wire";
import { useOnceKey } from "@/people/access/once";
import { api } from "@/platform/api";

/** What was told of the setting asks for everything below this anew. */
export const profileKey = ["settings", "profile_fields"];

const fieldsQuery = queryOptions({
  queryKey: profileKey,
  queryFn: async ({ signal }) => (await api.get("/api/profile-fields", { signal })).fields,
});

export function useFields() {
  return useQuery(fieldsQuery);
}

const none: readonly ProfileField[] = [];

/** The same where a form goes on without them until they are there. */
export function useKnownFields(): readonly ProfileField[] {
  return useFields().data ?? none;
}

export interface FieldWish {
  name: string;
  by_holder: boolean;
}

export function useAddField() {
  const key = useOnceKey();
  return useMutation({
    mutationFn: async (wish: FieldWish): Promise<void> => {
      await api.post("/api/profile-fields", { body: { ...wish, key: key.current() } });
    },
    onSuccess: key.renew,
    onSettled: useAskAgain(),
  });
}

export function useChangeField(key: string) {
  return useMutation({
    mutationFn: async (wish: FieldWish): Promise<void> => {
      await api.put("/api/profile-fields/{key}", { path: { key }, body: wish });
    },
    onSettled: useAskAgain(),
  });
}

export interface FieldPlace {
  key: string;
  before: string | null;
}

export function usePlaceField() {
  return useMutation({
    mutationFn: async ({ key, before }: FieldPlace): Promise<void> => {
      await api.put("/api/profile-fields/{key}/place", { path: { key }, body: { before } });
    },
    onSettled: useAskAgain(),
  });
}

export function useRemoveField() {
  return useMutation({
    mutationFn: async (key: string): Promise<void> => {
      await api.delete("/api/profile-fields/{key}", { path: { key } });
    },
    onSettled: useAskAgain(),
  });
}

function useAskAgain() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: profileKey });
}
