/** When one sends later. */
import { expect, test } from "vitest";

import { momentOf, offersAt, readTime, timeOf } from "./times";

const names = (now: string) => offersAt(now).map(({ name, at }) => `${name} ${at.slice(0, 16)}`);

test("MSG-16: the evening, tomorrow morning and next Monday are one press away", () => {
  expect(names("2026-11-25T10:00:00+09:00")).toEqual([
    "evening 2026-11-25T17:00",
    "tomorrow 2026-11-26T08:30",
    "monday 2026-11-30T08:30",
  ]);
});

test("MSG-16: nothing is offered that is over, or twice", () => {
  expect(names("2026-11-25T16:58:00+09:00")[0]).toBe("tomorrow 2026-11-26T08:30");
  expect(names("2026-11-29T18:00:00+09:00")).toEqual(["tomorrow 2026-11-30T08:30"]);
  expect(names("2026-11-30T08:00:00+09:00").at(-1)).toBe("monday 2026-12-07T08:30");
});

test.each([
  ["8:30", 8, 30],
  ["８：３０", 8, 30],
  ["0830", 8, 30],
  ["8時30分", 8, 30],
  ["8時半", 8, 30],
  ["17時", 17, 0],
  ["17", 17, 0],
])("%s is a time", (text, hour, minute) => {
  expect(readTime(text)).toEqual({ hour, minute });
});

test.each(["", "25:00", "8:61", "朝", "8:30:10"])("«%s» is none", (text) => {
  expect(readTime(text)).toBeNull();
});

test("a moment is the office's, wherever the device is", () => {
  expect(new Date(momentOf({ year: 2026, month: 11, day: 25 }, { hour: 8, minute: 30 })).toISOString()).toBe(
    "2026-11-24T23:30:00.000Z",
  );
  expect(timeOf("2026-11-24T23:05:00Z")).toBe("8:05");
});
