/** ORG-12: what holds now, in words and never to the minute. */
import { expect, test } from "vitest";

import type { AccountId, Presence } from "@/generated/wire";

import { absenceOf, endOf, placeOf, standingOf, untilWords } from "./words";

const now = new Date("2026-11-24T05:00:00Z"); // 14:00 in Japan
const presence = (state: Presence["state"], until: string | null): Presence => ({
  account_id: "1" as AccountId,
  band: "lately",
  state,
  until,
  place: null,
  place_on: null,
  absence: null,
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

test("ORG-13: an absence comes before what is said of the hour, and is over after its last day in Japan", () => {
  const absent: Presence = {
    ...presence("meeting", "2026-11-24T06:30:00Z"),
    absence: { until: "2026-12-03", deputy: null },
  };
  expect(standingOf(absent, now)).toBe("absent");
  expect(endOf(absent, now)).toBe("12月3日（木）");
  expect(absenceOf(absent, new Date("2026-12-03T14:59:59Z"))).toBe(absent.absence);
  expect(absenceOf(absent, new Date("2026-12-03T15:00:00Z"))).toBeNull();
  expect(endOf({ ...absent, absence: null }, now)).toBe("15:30");
  expect(endOf(presence(null, null), now)).toBeNull();
});
