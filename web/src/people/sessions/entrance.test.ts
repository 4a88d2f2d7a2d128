/** Going in and out: nothing of the person before stays on the page. */
import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";

import type { Entrance } from "@/generated/wire";
import { entranceQuery, passThrough } from "@/people/sessions/entrance";

const entrance: Entrance = {
  zone: "lgwan",
  tenant: { code: "mihon", name: "見本市" },
  contact: "情報政策課（内線 2345）",
  protocol: 1,
  signed_in: true,
  here: { welcomed: true, lock_minutes: 0, password_days_left: null, organizations: [] },
  locked: null,
};

test("C9: signing out empties the page of everything but the door", () => {
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
