/** Days are those of Japan, wherever the device is. */
import { expect, test } from "vitest";

import { dayInJapan, daysBetween, iso, lengthOfMonth, plusDays, wallClock, weekday } from "./days";

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
