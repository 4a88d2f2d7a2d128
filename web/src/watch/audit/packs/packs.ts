/** What is asked of the server about packs: the list, one more, the file, and to throw one away. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";
import { saveMade } from "@/platform/files";
import { useAuditState } from "@/watch/audit/audit";

import { packsKey } from "./keys";

const betweenLooks = 2_000; // milliseconds, while one is being made

/** Read once the line tells of the log; how far one is that is being made, nobody tells: it is asked. */
export function usePacks() {
  const log = useAuditState();
  const list = useInfiniteQuery({
    queryKey: [...packsKey, "list"],
    enabled: log.isSuccess,
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    queryFn: ({ pageParam: cursor, signal }) => api.get("/api/audit-packs", { query: { cursor }, signal }),
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.packs.some((pack) => pack.state === "waiting"))
        ? betweenLooks
        : false,
  });
  const again = () => void (log.isError ? log.refetch() : list.refetch());
  return { list, isNotRead: log.isError || (list.isError && !list.data), again };
}

export type PackAct =
  | { act: "ask"; wish: { reason: string; first: string; last: string } }
  | { act: "take" | "throw away"; pack: string };

export function usePackAct() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: () => cache.invalidateQueries({ queryKey: packsKey }),
  });
}

async function carryOut(wish: PackAct): Promise<void> {
  if (wish.act === "ask") {
    await api.post("/api/audit-packs", { body: wish.wish });
    return;
  }
  if (wish.act === "take") {
    await saveMade(`/api/audit-packs/${encodeURIComponent(wish.pack)}/file`, {});
    return;
  }
  await api.delete("/api/audit-packs/{pack_id}", { path: { pack_id: wish.pack } });
}
