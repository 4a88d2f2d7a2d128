/** What is asked of the server about bringing a roster in: drafts, differences, imports. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

import type { RosterKind } from "@/generated/wire";
import { ulids } from "@/kit/ulid";
import { api } from "@/platform/api";
import { upload } from "@/platform/files";

export type Subject = "people" | "units";
export const mostBytes = 20 * 1024 * 1024;
/** Taking thousands of rows over may last. */
const patience = 5 * 60_000;
const newKey = ulids();

export const draftsQuery = queryOptions({
  queryKey: ["roster", "drafts"],
  queryFn: ({ signal }) => api.get("/api/roster/drafts", { signal }),
});

export const draftQuery = (draft_id: string) =>
  queryOptions({
    queryKey: ["roster", "draft", draft_id],
    queryFn: ({ signal }) => api.get("/api/roster/drafts/{draft_id}", { path: { draft_id }, signal }),
    gcTime: 0,
  });

export const differenceQuery = (draft_id: string, kind: RosterKind | null) =>
  infiniteQueryOptions({
    queryKey: ["roster", "difference", draft_id, kind],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/roster/drafts/{draft_id}/difference", {
        path: { draft_id },
        query: { kind, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });

export const importsQuery = infiniteQueryOptions({
  queryKey: ["roster", "imports"],
  queryFn: ({ signal, pageParam }) =>
    api.get("/api/roster/imports", { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const importQuery = (import_id: string) =>
  queryOptions({
    queryKey: ["roster", "import", import_id],
    queryFn: ({ signal }) => api.get("/api/roster/imports/{import_id}", { path: { import_id }, signal }),
  });

/** How far an import is; asked while one runs. */
export const progressQuery = (draft_id: string, isRunning: boolean) =>
  queryOptions({
    queryKey: ["roster", "progress", draft_id],
    queryFn: ({ signal }) =>
      api.get("/api/roster/drafts/{draft_id}/progress", { path: { draft_id }, signal }),
    enabled: isRunning,
    refetchInterval: 400,
    gcTime: 0,
  });

interface Bringing {
  file: File;
  subject: Subject;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** The id of the draft that a file becomes. */
export function useBring() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, subject, onProgress, signal }: Bringing): Promise<string> => {
      const words = new URLSearchParams({ request_key: newKey(), subject, name: file.name });
      const answer = await upload(`/api/roster/drafts?${words}`, { file, onProgress, signal });
      return (answer as { draft_id: string }).draft_id; // as the server describes it
    },
    retry: false,
    onSettled: () => cache.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
}

export function useChooseSheet(draft_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (sheet: string) =>
      api.put("/api/roster/drafts/{draft_id}/sheet", { path: { draft_id }, body: { sheet } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["roster", "draft", draft_id] }),
  });
}

export function useDecide(draft_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (columns: (string | null)[]) =>
      api.put("/api/roster/drafts/{draft_id}/columns", { path: { draft_id }, body: { columns }, patience }),
    onSuccess: async () => {
      cache.removeQueries({ queryKey: ["roster", "difference", draft_id] });
      await cache.invalidateQueries({ queryKey: ["roster", "draft", draft_id] });
    },
  });
}

export interface Yes {
  stop_missing: boolean;
  confirmed: number;
}

export function useTakeOver(draft_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (yes: Yes) =>
      api.post("/api/roster/drafts/{draft_id}/import", { path: { draft_id }, body: yes, patience }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["roster", "imports"] }),
  });
}

export function useForget() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (draft_id: string) => api.delete("/api/roster/drafts/{draft_id}", { path: { draft_id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
}

export function useUndo(import_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.put("/api/roster/imports/{import_id}/undone", { path: { import_id }, patience }),
    onSuccess: (done) => cache.setQueryData(importQuery(import_id).queryKey, done),
    onSettled: () => cache.invalidateQueries({ queryKey: ["roster", "imports"] }),
  });
}
