/** What is asked of the server about inspections: the list, rooms to ask for, the two words, and pages of a room. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";

import type { RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { useAuditState } from "@/watch/audit/audit";

import { inspectedKey, inspectionsKey } from "./keys";

/** Read once the line tells of the log: what happens from then on is heard, so that nothing falls between. */
export function useInspections() {
  const log = useAuditState();
  const list = useInfiniteQuery({
    queryKey: [...inspectionsKey, "list"],
    enabled: log.isSuccess,
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    queryFn: ({ pageParam: cursor, signal }) => api.get("/api/inspections", { query: { cursor }, signal }),
    getNextPageParam: (page) => page.next,
  });
  const again = () => void (log.isError ? log.refetch() : list.refetch());
  return { list, isNotRead: log.isError || (list.isError && !list.data), again };
}

/** Rooms of the body by name or id; nothing before a word was written. */
export function useRoomsCalled(q: string) {
  return useInfiniteQuery({
    queryKey: [...inspectionsKey, "rooms", q],
    enabled: q !== "",
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/inspections/rooms", { query: { q, cursor }, signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export interface InspectionWish {
  room_id: RoomId;
  reason: string;
  first: string;
  last: string;
  hours: number;
}

export type InspectionAct =
  | { act: "ask"; wish: InspectionWish }
  | { act: "approve" | "withdraw" | "end"; inspection: string }
  | { act: "refuse"; inspection: string; reason: string };

export function useInspectionAct() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: () => cache.invalidateQueries({ queryKey: inspectionsKey }),
  });
}

async function carryOut(wish: InspectionAct): Promise<void> {
  if (wish.act === "ask") {
    await api.post("/api/inspections", { body: wish.wish });
    return;
  }
  const path = { inspection_id: wish.inspection };
  switch (wish.act) {
    case "approve":
      await api.post("/api/inspections/{inspection_id}/approval", { path });
      return;
    case "refuse":
      await api.post("/api/inspections/{inspection_id}/refusal", { path, body: { reason: wish.reason } });
      return;
    case "withdraw":
      await api.delete("/api/inspections/{inspection_id}", { path });
      return;
    default:
      await api.post("/api/inspections/{inspection_id}/end", { path });
  }
}

/** Pages of the room. Each one that is asked for is a row of the audit log, so none is asked for by itself; and what was
 * read stays nowhere when the reader looks away. */
export function useInspected(inspection_id: string) {
  return useInfiniteQuery({
    queryKey: [...inspectedKey, inspection_id],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam: after, signal }) =>
      api.post("/api/inspections/{inspection_id}/pages", {
        path: { inspection_id },
        query: after === null ? {} : { after },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}
