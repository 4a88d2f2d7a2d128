/** Days are those of Japan, wherever the device is. */
import { expect, test } from "vitest";

import {
  dayInJapan,
  daysBetween,
  iso,
  lengthOfMonth,
  plusDays,
  plusMonths,
  wallClock,
  weekday,
  weeksOf,
} from "./days";

const first = { year: 2020, month: 7, day: 1 };
const last = { year: 2021, month: 3, day: 31 };

test("BASE-5: the day begins at midnight in Japan", () => {
  expect(iso(dayInJapan("2026-11-20T14:59:59.999Z"))).toBe("2026-11-20");
  expect(iso(dayInJapan(new Date("2026-11-20T15:00:00Z")))).toBe("2026-11-21");
});

test("BASE-5: the clock on the wall runs to the second", () => {
  expect(wallClock("2026-11-20T05:05:09Z")).toEqual({
    year: 2026,
    month: 11,
    day: 20,
    hour: 14,
    minute: 5,
    second: 9,
  });
});

test("FIG-13: days are counted and added over months and years", () => {
  expect(daysBetween(first, last) + 1).toBe(274);
  expect(iso(plusDays(last, 62))).toBe("2021-06-01");
  expect(iso(plusDays(last, -30))).toBe("2021-03-01");
  expect(iso(plusDays({ year: 2021, month: 6, day: 1 }, 90))).toBe("2021-08-30");
});

test("weekdays and months are those of the calendar", () => {
  expect(weekday({ year: 2026, month: 11, day: 24 })).toBe(2);
  expect([2024, 2026, 1900, 2000].map((year) => lengthOfMonth(year, 2))).toEqual([29, 28, 28, 29]);
  expect(lengthOfMonth(2026, 12)).toBe(31);
  expect(iso({ year: 31, month: 1, day: 2 })).toBe("0031-01-02");
});

test("months are added by their number, and a short one ends the day early", () => {
  const added = [1, 13, -1, -12].map((months) => iso(plusMonths({ year: 2027, month: 1, day: 31 }, months)));
  expect(added).toEqual(["2027-02-28", "2028-02-29", "2026-12-31", "2026-01-31"]);
});

test("a month hangs in weeks from Sunday, with nothing of its neighbours", () => {
  const days = weeksOf(2026, 11).map((week) => week.map((each) => each?.day ?? 0));
  expect(days[0]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(days.at(-1)).toEqual([29, 30, 0, 0, 0, 0, 0]);
  expect(weeksOf(2026, 8).map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
});
