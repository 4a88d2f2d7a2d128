/** The page's connection while somebody leaves: no line knocks at a door that is just being closed behind them. */
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { connect, isOpen, withLineAtRest } from "@/platform/connection";
import type { Life, Live } from "@/platform/live";

const HELLO = JSON.stringify({ hello: { protocol: 1, account_id: "a", session_id: "s", heads: {} } });

let happened: string[];
let sockets: DoorSocket[];
let live: Live;

class DoorSocket {
  static readonly OPEN = 1;
  readyState = 1;
  onmessage: (event: { data: string }) => void = () => {};
  onclose: (event: { code: number }) => void = () => {};

  constructor() {
    happened.push("dial");
    sockets.push(this);
  }

  send(): void {}

  close(): void {
    happened.push("close");
  }
}

const latest = () => sockets.at(-1) as DoorSocket; // every test dials first

beforeEach(() => {
  vi.useFakeTimers();
  happened = [];
  sockets = [];
  vi.stubGlobal("WebSocket", DoorSocket);
  vi.stubGlobal("location", { protocol: "https:", host: "lgwan.example" });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("document", { addEventListener: () => {} });
  vi.stubGlobal("fetch", async () => Response.json({ signed_in: true }));
  const life = { cache: new QueryClient(), facts: {}, signals: {}, opened: () => {}, signedOut: () => {} };
  live = connect({ ...life, tooOld: () => {} } as unknown as Life); // nothing of what it hears is looked at here
  live.begin();
});

afterEach(() => {
  live.end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function signOut(): Promise<void> {
  happened.push("sign out");
}

test("the line is put down before the session ends, and nobody dials again", async () => {
  latest().onmessage({ data: HELLO });
  expect(isOpen()).toBe(true);
  await withLineAtRest(signOut);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(happened).toEqual(["dial", "close", "sign out"]);
});

test("a line that is being dialled is let through before it is put down", async () => {
  const leaving = withLineAtRest(signOut);
  await vi.advanceTimersByTimeAsync(500);
  expect(happened).toEqual(["dial"]);
  latest().onmessage({ data: HELLO });
  await leaving;
  expect(happened).toEqual(["dial", "close", "sign out"]);
});

test("whoever leaves does not wait for a line that never stands", async () => {
  const leaving = withLineAtRest(signOut);
  await vi.advanceTimersByTimeAsync(1_000);
  await leaving;
  expect(happened).toEqual(["dial", "close", "sign out"]);
});

test("a line that was just coming back stays away as well", async () => {
  latest().onclose({ code: 1006 });
  await withLineAtRest(signOut);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(happened.filter((each) => each === "dial")).toHaveLength(1);
});

test("whoever could not sign out is still here, and so is the line", async () => {
  latest().onmessage({ data: HELLO });
  await expect(withLineAtRest(() => Promise.reject(new Error("no network")))).rejects.toThrow("no network");
  expect(happened).toEqual(["dial", "close", "dial"]);
  latest().onmessage({ data: HELLO });
  expect(isOpen()).toBe(true);
});

test("signed in again, the line stands again", async () => {
  latest().onmessage({ data: HELLO });
  await withLineAtRest(signOut);
  live.end();
  live.begin();
  latest().onmessage({ data: HELLO });
  expect(isOpen()).toBe(true);
});
