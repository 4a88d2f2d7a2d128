/** ORG-12: what holds now, in words and never to the minute. */
import { expect, test } from "vitest";

import type { AccountId, Presence } from "@/generated/wire";

import { placeOf, standingOf, untilWords } from "./words";

const now = new Date("2026-11-24T05:00:00Z"); // 14:00 in Japan
const presence = (state: Presence["state"], until: string | null): Presence => ({
  account_id: "1" as AccountId,
  band: "lately",
  state,
  until,
  place: null,
  place_on: null,
});

test("what somebody says comes before the band of their last use, until its time has come", () => {
  expect(standingOf(presence(null, null), now)).toBe("lately");
  expect(standingOf(presence("meeting", null), now)).toBe("meeting");
  expect(standingOf(presence("meeting", "2026-11-24T05:00:01Z"), now)).toBe("meeting");
  expect(standingOf(presence("meeting", "2026-11-24T05:00:00Z"), now)).toBe("lately");
});

test("until when: the time today, else the day", () => {
  expect(untilWords("2026-11-24T06:30:00Z", now)).toBe("15:30");
  expect(untilWords("2026-11-27T08:15:00Z", now)).toBe("11月27日（金）");
});

test("ORG-14: where somebody works is said for one day in Japan, also on a page that is open past midnight", () => {
  const home: Presence = { ...presence(null, null), place: "home", place_on: "2026-11-24" };
  expect(placeOf(home, new Date("2026-11-23T14:59:59Z"))).toBeNull();
  expect(placeOf(home, new Date("2026-11-23T15:00:00Z"))).toBe("home");
  expect(placeOf(home, new Date("2026-11-24T14:59:59Z"))).toBe("home");
  expect(placeOf(home, new Date("2026-11-24T15:00:00Z"))).toBeNull();
});
