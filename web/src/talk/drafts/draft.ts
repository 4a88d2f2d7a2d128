/** What is being written in a place: kept on this device, and in step with the person's other devices. */
import { type QueryClient, QueryObserver, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

import type { AccountId, Aside, RoomId } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { clock } from "@/platform/clock";
import { onOpen } from "@/platform/connection";
import { shelfOf, slipsOf } from "@/platform/kept";
import { screenIn, screenKey } from "@/talk/rooms/rows";

import { Drafts } from "./book";
import type { Kept, Place } from "./entry";
import { draftsQuery, forgetDrafts, saveDraft } from "./shared";

const books = new Map<AccountId, Drafts>();

export interface Writing {
  text: string;
  write: (text: string) => void;
  /** Whether a conversion is open in the field. */
  composing: (isOpen: boolean) => void;
  /** What another device had written, if something waits to be looked at. */
  aside: Aside | null;
  take: (aside: Aside) => void;
}

export function useDraft({ room_id, thread_id }: Place): Writing {
  const drafts = useBook();
  const place = { room_id, thread_id };
  const watch = useCallback((changed: () => void) => drafts.watch(changed), [drafts]);
  const text = useSyncExternalStore(watch, () => drafts.textOf(place));
  const aside = useSyncExternalStore(watch, () => drafts.asideOf(place));
  return {
    text,
    write: (next) => drafts.write(place, next),
    composing: (isOpen) => drafts.composing(place, isOpen),
    aside: aside[0] ?? null,
    take: (chosen) => drafts.take(place, chosen),
  };
}

/** The rooms in which something is written and not sent. */
export function useDrafted(): ReadonlySet<RoomId> {
  const drafts = useBook();
  const watch = useCallback((changed: () => void) => drafts.watch(changed), [drafts]);
  return useSyncExternalStore(watch, () => drafts.rooms());
}

/** Milliseconds that somebody who leaves may be kept waiting for the server. */
const A_MOMENT = 1_000;

/** Everything typed so far is on the device once this is done, and on the server if that answers at once. */
export async function keepDrafts(): Promise<void> {
  const kept = Promise.all([...books.values()].map((drafts) => drafts.flush()));
  await Promise.race([kept, new Promise((resolve) => clock.after(A_MOMENT, () => resolve(null)))]);
}

/** Somebody is signed in: their drafts come and go with the other devices, until the returned function is called. */
export function followDrafts(cache: QueryClient, me: AccountId): () => void {
  const drafts = draftsOf(me);
  const observer = new QueryObserver(cache, draftsQuery(me));
  const stops = [
    observer.subscribe(({ data }) => data && drafts.told(data.drafts)),
    onOpen(() => drafts.open()),
    cache.getQueryCache().subscribe(({ type, query }) => {
      if (type === "updated" && query.queryKey[0] === screenKey[0]) forgetOthers(cache, drafts);
    }),
  ];
  drafts.open();
  return () => {
    for (const stop of stops) stop();
    drafts.close();
  };
}

/** Drafts of rooms that one has left are gone. */
function forgetOthers(cache: QueryClient, drafts: Drafts): void {
  const screen = screenIn(cache);
  if (!screen) return;
  const rooms = new Set(screen.rooms.map(({ room_id }) => room_id));
  drafts.onlyIn(rooms);
  forgetDrafts(cache, rooms);
}

/** Before the first screen is read, nobody's book is open and nothing typed is kept. */
const nobody = "" as AccountId;

function useBook(): Drafts {
  const cache = useQueryClient();
  return draftsOf(screenIn(cache)?.me.account_id ?? nobody);
}

/** The book of one person on this device. */
export function draftsOf(account: AccountId): Drafts {
  const found = books.get(account);
  if (found) return found;
  const shelf = shelfOf<Kept>(account, "drafts");
  const slips = slipsOf<Kept>(account, "drafts");
  const drafts = new Drafts({ clock, shelf, slips, tab: ulid(), newVersion: ulid, save: saveDraft });
  books.set(account, drafts);
  if (account !== nobody) void drafts.load();
  return drafts;
}
