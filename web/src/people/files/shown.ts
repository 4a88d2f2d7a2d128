/** Files as they are shown: how far each has come, and links that count for minutes. All that come into sight together are one question. */
import { useQuery, useQueryClient } from "@tanstack/react-query";

import type { FileId, ShownFile, ShownFiles } from "@/generated/wire";
import { api } from "@/platform/api";

import { filesKey } from "./facts";

/** As many as the server answers for at once. */
const MOST = 100;
/** They come into sight together: their question waits for one another so long. */
const GATHERED = 30;
/** Links count for five minutes. Whoever presses one has a little left of it. */
const RENEWED = 4 * 60_000;
/** Should nobody tell what has become of it. */
const CHECKED_AGAIN = 30_000;

/** `null` of one that whoever asks may not know of, or not any more. */
type Answer = ShownFile | null;

interface Asking {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

let wanted = new Map<FileId, Asking[]>();

/** What is known of a file; undefined until it is asked. */
export function useShown(file_id: FileId): Answer | undefined {
  return useQuery(shownQuery(file_id)).data;
}

/** A link that counts now, for whoever presses what was drawn a while ago. */
export function useFresh() {
  const cache = useQueryClient();
  return (file_id: FileId) => cache.fetchQuery(shownQuery(file_id));
}

/** The old one leads nowhere any more. */
export function useRenew() {
  const cache = useQueryClient();
  return (file_id: FileId) => void cache.invalidateQueries({ queryKey: [...filesKey, file_id] });
}

/** Where a picture is seen at its largest: where nothing may be saved, that is the small one. */
export function lookedAt(shown: Answer | undefined): string | null {
  return shown?.whole ?? (shown?.not_saved ? shown.small : null);
}

export function shownQuery(file_id: FileId) {
  return {
    queryKey: [...filesKey, file_id],
    queryFn: () => ask(file_id),
    staleTime: RENEWED,
    refetchInterval: ({ state: { data } }: { state: { data?: Answer | undefined } }) =>
      data?.state === "checking" ? CHECKED_AGAIN : RENEWED,
  };
}

function ask(file_id: FileId): Promise<Answer> {
  if (wanted.size === 0) setTimeout(askAll, GATHERED);
  return new Promise((resolve, reject) => {
    wanted.set(file_id, [...(wanted.get(file_id) ?? []), { resolve, reject }]);
  });
}

function askAll(): void {
  const all = [...wanted];
  wanted = new Map();
  for (let from = 0; from < all.length; from += MOST) void askThese(all.slice(from, from + MOST));
}

async function askThese(asking: [FileId, Asking[]][]): Promise<void> {
  const answer = await answerTo(asking.map(([file_id]) => file_id)).catch((error: unknown) => ({ error }));
  for (const [file_id, those] of asking) for (const each of those) settle(each, file_id, answer);
}

async function answerTo(file_ids: FileId[]): Promise<Map<FileId, ShownFile>> {
  const { files }: ShownFiles = await api.post("/api/files/links", { body: { file_ids } });
  return new Map(files.map((file) => [file.file_id, file]));
}

function settle(
  { resolve, reject }: Asking,
  file_id: FileId,
  answer: Map<FileId, ShownFile> | { error: unknown },
) {
  if (answer instanceof Map) resolve(answer.get(file_id) ?? null);
  else reject(answer.error);
}
