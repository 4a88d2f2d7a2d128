/** What the server holds of a person's drafts: read once, kept true by facts. */
import type { QueryClient } from "@tanstack/react-query";

import type { Draft, DraftsAnswer, DraftWish, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { amend, Held, heldQuery } from "@/platform/held";

import type { Place } from "./entry";

export interface Shared {
  drafts: Draft[];
}

export const draftsKey = ["drafts"];

/** The answer does not say whose it is: that is who asks. */
export function heldDrafts({ drafts, number }: DraftsAnswer, me: string): Held<Shared> {
  return new Held<Shared>({ drafts }, { [`person/${me}`]: number });
}

export const draftsQuery = (me: string) =>
  heldQuery<Shared>({
    key: draftsKey,
    read: async (signal) => heldDrafts(await api.get("/api/drafts", { signal }), me),
  });

export async function saveDraft({ room_id }: Place, body: DraftWish): Promise<Draft | null> {
  const { draft } = await api.put("/api/rooms/{room_id}/draft", { path: { room_id }, body });
  return draft;
}

export async function dropAside({ room_id, thread_id }: Place, version: string): Promise<void> {
  await api.delete("/api/rooms/{room_id}/draft/aside/{version}", {
    path: { room_id, version },
    query: { thread: thread_id },
  });
}

/** Those of rooms that are not there any more. */
export function forgetDrafts(cache: QueryClient, rooms: ReadonlySet<string>): void {
  amend<Shared>(cache, draftsKey, (shared) => {
    const drafts = shared.drafts.filter(({ room_id }: { room_id: RoomId | string }) => rooms.has(room_id));
    return drafts.length === shared.drafts.length ? shared : { drafts };
  });
}

export function withDraft({ drafts }: Shared, place: Place, draft: Draft | null): Shared {
  const isHere = (each: Draft) => each.room_id === place.room_id && each.thread_id === place.thread_id;
  const others = drafts.filter((each) => !isHere(each));
  return { drafts: draft ? [draft, ...others] : others };
}
