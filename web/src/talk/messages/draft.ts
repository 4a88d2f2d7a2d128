/** What was being written in a room, kept on this device for this person. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

import type { AccountId, RoomId } from "@/generated/wire";
import { clock } from "@/platform/clock";
import { shelfOf } from "@/platform/kept";
import { type Draft, Drafts } from "@/talk/messages/drafts";
import { screenIn } from "@/talk/rooms/rows";

const books = new Map<AccountId, Drafts>();

export function useDraft(roomId: RoomId): [string, (text: string) => void] {
  const cache = useQueryClient();
  const drafts = draftsOf(screenIn(cache)?.me.account_id ?? nobody);
  const watch = useCallback((changed: () => void) => drafts.watch(changed), [drafts]);
  const text = useSyncExternalStore(watch, () => drafts.textOf(roomId));
  const write = useCallback((next: string) => drafts.write(roomId, next), [drafts, roomId]);
  return [text, write];
}

/** Everything typed so far is on the device once this is done. */
export async function keepDrafts(): Promise<void> {
  await Promise.all([...books.values()].map((drafts) => drafts.flush()));
}

/** Before the first screen is read, nobody's book is open and nothing typed is kept. */
const nobody = "" as AccountId;

function draftsOf(account: AccountId): Drafts {
  const found = books.get(account);
  if (found) return found;
  const drafts = new Drafts(shelfOf<Draft>(account, "drafts"), clock);
  books.set(account, drafts);
  if (account !== nobody) void drafts.load().catch(() => {});
  return drafts;
}
