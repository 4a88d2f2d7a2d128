/** The data half of the page: the cache, the live connection, the outbox, and the worker that keeps the shell. */
import { QueryClient } from "@tanstack/react-query";

import { facts, signals } from "@/app/facts";
import type { Entrance } from "@/generated/wire";
import { followPreferences } from "@/people/preferences/preferences";
import { forgetPresences, lookAgain } from "@/people/presence/presence";
import { entranceQuery, lookWhoIsThere } from "@/people/sessions/entrance";
import { onSignedOut } from "@/platform/api";
import { connect } from "@/platform/connection";
import { isWorthAnotherTry } from "@/platform/held";
import { loadAnew } from "@/platform/leaving";
import { onOtherTab } from "@/platform/tabs";
import { followDrafts, keepDrafts } from "@/talk/drafts/draft";
import { openOutbox } from "@/talk/messages/outbox";
import { screenIn } from "@/talk/rooms/rows";

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      // A closed network looks like no network to the browser, and is none to us.
      networkMode: "always",
      retry: isWorthAnotherTry,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    // What was typed, a password too, is not kept for longer than its form stands there.
    mutations: { networkMode: "always", gcTime: 0 },
  },
});

/** Begin to hear the server. Call once, before the first drawing. */
export function startData(): void {
  const live = connect({
    cache,
    facts,
    signals,
    opened: ({ account_id }) => {
      const known = screenIn(cache)?.me.account_id;
      if (known && known !== account_id) void startAnew();
      lookAgain(2_000);
    },
    signedOut: () => void goAway(),
    tooOld: () => void reloadOnce(),
  });
  onSignedOut(() => void goAway());
  onOtherTab(() => void startAnew());
  followThePerson({ begin: () => live.begin(), end: () => live.end() });
  keepWhatIsTyped();
  keepTheShell();
}

/** Signed in: hear; the screen says who it is: send what waits. Signed out: neither. */
function followThePerson(line: { begin: () => void; end: () => void }): void {
  const isSignedIn = () => cache.getQueryData<Entrance>(entranceQuery.queryKey)?.signed_in ?? false;
  whenever(isSignedIn, (signedIn) => (signedIn ? line.begin() : line.end()));

  let closeOutbox = () => {};
  let leavePreferences = () => {};
  let leaveDrafts = () => {};
  const account = () => (isSignedIn() ? (screenIn(cache)?.me.account_id ?? null) : null);
  whenever(account, (person) => {
    closeOutbox();
    closeOutbox = person ? openOutbox(cache, person) : () => {};
    leavePreferences();
    forgetPresences();
    leavePreferences = person ? followPreferences(cache, person) : () => {};
    leaveDrafts();
    leaveDrafts = person ? followDrafts(cache, person) : () => {};
  });
}

/** Call with each new value of something that is read from the cache. */
function whenever<Value>(read: () => Value, changed: (now: Value) => void): void {
  let known = read();
  cache.getQueryCache().subscribe(() => {
    const now = read();
    if (now === known) return;
    known = now;
    changed(now);
  });
}

function keepWhatIsTyped(): void {
  addEventListener("pagehide", () => void keepDrafts());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keepDrafts();
  });
}

/** The session is over, or its seat is locked: what was typed is kept, and nothing else stays on the page. */
async function goAway(): Promise<void> {
  await keepDrafts();
  await lookWhoIsThere(cache);
}

/** This browser belongs to somebody else now: nothing on this page is theirs. */
async function startAnew(): Promise<void> {
  await keepDrafts();
  loadAnew();
}

const RELOADED = "yoriai-reloaded-at";

/** The server no longer speaks as this page does. If a fresh page does not help, going round in circles will not. */
async function reloadOnce(): Promise<void> {
  const before = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - before < 5 * 60_000) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  await startAnew();
}

function keepTheShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.register("/sw.js").catch(() => {});
}
