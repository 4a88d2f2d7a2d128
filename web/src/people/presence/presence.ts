/** Who can be reached, of those whom the page shows: asked once when they come into sight, then kept true by changes. */
import { useCallback, useSyncExternalStore } from "react";

import type { AccountId, Presence } from "@/generated/wire";
import { api } from "@/platform/api";
import { Refusal } from "@/platform/refusals";

/** As many as the server answers for at once. */
const MOST = 200;
/** People come into sight together: their question waits for one another so long. */
const GATHERED = 80;

const shown = new Map<AccountId, Set<() => void>>();
const known = new Map<AccountId, Presence>();
let wanted = new Set<AccountId>();
let isGathering = false;
/** The body lives without this module: nobody is asked about until the line stands anew. */
let isOff = false;

export function usePresence(who: AccountId): Presence | null {
  const listen = useCallback((tell: () => void) => comeIntoSight(who, tell), [who]);
  return useSyncExternalStore(listen, () => known.get(who) ?? null);
}

/** What has changed, of those who are shown; of nobody else anything is kept. */
export function hearPresences(people: readonly Presence[]): void {
  for (const each of people) {
    if (!shown.has(each.account_id)) continue;
    known.set(each.account_id, each);
    for (const tell of shown.get(each.account_id) ?? []) tell();
  }
}

/** The line was broken or too much has changed at once: ask about everybody in sight, not all pages at the same moment. */
export function lookAgain(within = 0): void {
  isOff = false;
  setTimeout(() => ask(shown.keys()), Math.random() * within);
}

/** Somebody else sits here now. */
export function forgetPresences(): void {
  known.clear();
}

function comeIntoSight(who: AccountId, tell: () => void): () => void {
  const ears = shown.get(who) ?? new Set();
  shown.set(who, ears.add(tell));
  if (!known.has(who)) ask([who]);
  return () => {
    ears.delete(tell);
    if (ears.size > 0) return;
    shown.delete(who);
    known.delete(who);
  };
}

function ask(people: Iterable<AccountId>): void {
  if (isOff) return;
  for (const who of people) wanted.add(who);
  if (isGathering) return;
  isGathering = true;
  setTimeout(() => {
    isGathering = false;
    const asked = [...wanted].filter((who) => shown.has(who));
    wanted = new Set();
    for (let at = 0; at < asked.length; at += MOST) void read(asked.slice(at, at + MOST));
  }, GATHERED);
}

async function read(accounts: AccountId[]): Promise<void> {
  try {
    hearPresences((await api.get("/api/presence", { query: { accounts } })).people);
  } catch (error) {
    // Without a line nothing is said: when it stands again, everybody is asked about.
    if (error instanceof Refusal && error.status === 404) switchOff();
  }
}

function switchOff(): void {
  isOff = true;
  known.clear();
  for (const tell of [...shown.values()].flatMap((ears) => [...ears])) tell();
}
