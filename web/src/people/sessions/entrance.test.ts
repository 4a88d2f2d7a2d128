/** Going in and out: the door asks until somebody answers, and nothing of the person before stays on the page. */
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";

import type { Entrance } from "@/generated/wire";
import { entranceQuery, passThrough } from "@/people/sessions/entrance";

const entrance: Entrance = {
  zone: "lgwan",
  tenant: { code: "mihon", name: "見本市" },
  contact: "情報政策課（内線 2345）",
  protocol: 1,
  signed_in: true,
  here: {
    welcomed: true,
    lock_minutes: 0,
    password_days_left: null,
    owes_promise: false,
    second_factor_from: null,
    organizations: [],
  },
  locked: null,
  farewell: null,
  barred: null,
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("C9 V14.3.1: signing out empties the page of everything but the door", () => {
  const cache = new QueryClient();
  cache.setQueryData(entranceQuery.queryKey, entrance);
  cache.setQueryData(["screen"], { rooms: ["内緒"] });
  cache.setQueryData(["outbox", "福祉"], ["内緒"]);
  passThrough(cache, { here: null, locked: null });
  expect(
    cache
      .getQueryCache()
      .getAll()
      .map((query) => query.queryKey),
  ).toEqual([["entrance"]]);
  expect(cache.getQueryData(entranceQuery.queryKey)).toEqual({
    ...entrance,
    signed_in: false,
    here: null,
  });
});

test("a page that is loaded while the server is away comes in by itself once that is back", async () => {
  vi.useFakeTimers();
  let tries = 0;
  const answer = () => Promise.resolve(Response.json(entrance));
  vi.stubGlobal("fetch", () => {
    tries += 1;
    return tries < 12 ? Promise.reject(new TypeError("nobody listens there")) : answer();
  });
  const seen: unknown[] = [];
  const door = new QueryObserver(new QueryClient(), entranceQuery);
  const stop = door.subscribe(({ data }) => seen.push(data));
  await vi.advanceTimersByTimeAsync(12 * 30_250);
  expect([tries, seen.at(-1)]).toEqual([12, entrance]);
  stop();
});
