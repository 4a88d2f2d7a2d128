/** The page's one connection: begun once, asked by many, and whether it stands at this moment. */
import { useEffect, useState, useSyncExternalStore } from "react";

import type { Frame } from "@/generated/wire";
import { api } from "@/platform/api";
import { type Carrier, Carriers } from "@/platform/carriers";
import { clock } from "@/platform/clock";
import type { Command } from "@/platform/commands";
import { learn, learned } from "@/platform/lessons";
import { type Life, Live } from "@/platform/live";
import { Unanswered } from "@/platform/refusals";
import { type Ears, type LineState, type Mouth, PROTOCOL } from "@/platform/socket";

export interface Connection {
  state: "online" | "connecting" | "offline";
  retryInSeconds: number | null;
}

/** Milliseconds that somebody who leaves may be kept waiting for the line. */
const A_MOMENT = 1_000;
const BROKE = 1006;

let live: Live | null = null;
let state: LineState = { at: "resting" };
const watchers = new Set<() => void>();
const openers = new Set<() => void>();

/** Make the connection. It rests until `begin` is called on it. */
export function connect(life: Omit<Life, "changed">): Live {
  const carriers = new Carriers({ clock, dial, learned, learn });
  live = new Live(
    { clock, dial: (ears) => carriers.dial(ears), isSignedOut, missed },
    {
      ...life,
      opened: (hello) => {
        life.opened(hello);
        for (const opened of openers) opened();
      },
      changed: (next) => {
        state = next;
        for (const watch of watchers) watch();
      },
    },
  );
  wakeWithThePage(live);
  return live;
}

export function isOpen(): boolean {
  return state.at === "open";
}

/** Ask over the socket. Rejects with a Refusal, or with Unanswered when nobody knows. */
export function ask<Answer>(command: Command): Promise<Answer> {
  return live ? live.line.ask<Answer>(command) : Promise.reject(new Unanswered("not connected"));
}

/** Say something over the socket that needs no answer and may be lost. */
export function say(words: { do: string } & Record<string, unknown>): void {
  live?.line.say(words);
}

/**
 * Do what ends the session with the line at rest: one that is just coming back would be refused at the door, and a
 * browser reports every refusal. One that is just being dialled is let through first, for a browser reports one that
 * is cut half-way as well. When the act fails, we are still here, and the line comes back.
 */
export async function withLineAtRest<Done>(act: () => Promise<Done>): Promise<Done> {
  const wasUp = state.at !== "resting";
  await dialled();
  live?.line.stop();
  try {
    return await act();
  } catch (error) {
    if (wasUp) live?.line.start();
    throw error;
  }
}

/** Once a line that is being dialled stands or has failed, but after a moment in any case. */
function dialled(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (state.at !== "dialing") done();
    };
    const done = () => {
      watchers.delete(look);
      forget();
      resolve();
    };
    const forget = clock.after(A_MOMENT, done);
    watchers.add(look);
    look();
  });
}

/** Something told us that this number of the stream exists: see that it arrives here too. */
export function noticed(stream: string, number: number): void {
  live?.streams.noticed(stream, number);
}

/** Call each time a connection stands anew. */
export function onOpen(opened: () => void): () => void {
  openers.add(opened);
  return () => openers.delete(opened);
}

export function useConnection(): Connection {
  const now = useSyncExternalStore(watch, () => state);
  const seconds = useSecondsUntil(now.at === "waiting" ? now.until : null);
  if (now.at === "open") return { state: "online", retryInSeconds: null };
  if (now.at === "waiting") return { state: "offline", retryInSeconds: seconds };
  return { state: "connecting", retryInSeconds: null };
}

function useSecondsUntil(until: number | null): number | null {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (until === null) return;
    setNow(clock.now());
    const timer = setInterval(() => setNow(clock.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : Math.max(0, Math.ceil((until - now) / 1_000));
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

function dial(carrier: Carrier, ears: Ears): Mouth {
  return carrier === "socket" ? overSocket(ears) : otherwise(carrier, ears);
}

/** Most never need it, so it comes when it is needed. */
function otherwise(carrier: Carrier, ears: Ears): Mouth {
  let mouth: Mouth | null = null;
  let isOver = false;
  const stands = (made: Mouth) => {
    mouth = made;
    if (isOver) made.close();
  };
  import("@/platform/standIn")
    .then(({ standIn }) => standIn(carrier, ears))
    .then(stands, () => ears.closed(BROKE));
  return {
    say: (text) => mouth?.say(text),
    close: () => {
      isOver = true;
      mouth?.close();
    },
  };
}

function overSocket(ears: Ears): Mouth {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${location.host}/socket?v=${PROTOCOL}`);
  socket.onmessage = (event: MessageEvent<unknown>) => ears.text(String(event.data));
  socket.onclose = (event) => ears.closed(event.code);
  return {
    say: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(1000),
  };
}

async function isSignedOut(): Promise<boolean> {
  const entrance = await api.get("/api/entrance");
  return !entrance.signed_in;
}

async function missed(stream: string, after: number): Promise<{ frames: Frame[]; covered: number }> {
  return api.get("/api/facts", { query: { stream, after } });
}

/** Sleep, tunnels and closed lids: look again as soon as the page or the network is back. */
function wakeWithThePage(awake: Live): void {
  globalThis.addEventListener("online", () => awake.line.wake());
  globalThis.addEventListener("offline", () => awake.line.unplugged());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") awake.line.wake();
  });
}
