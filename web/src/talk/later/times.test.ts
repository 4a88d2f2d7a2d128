/** When one may want to be reminded. */
import { expect, test } from "vitest";

import { offersAt, readMoment } from "@/talk/later/times";

const offered = (now: string) => offersAt(now).map(({ when, at }) => `${when} ${jst(at)}`);
const jst = (at: string) => new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 16);

test.each([
  [
    "2026-11-26T09:00:00+09:00",
    ["evening 2026-11-26T17:00", "morning 2026-11-27T08:30", "week 2026-11-30T08:30"],
  ],
  ["2026-11-26T16:31:00+09:00", ["morning 2026-11-27T08:30", "week 2026-11-30T08:30"]],
  ["2026-11-27T18:00:00+09:00", ["morning 2026-11-30T08:30"]],
  ["2026-11-22T10:00:00+09:00", ["morning 2026-11-24T08:30"]],
  ["2026-11-20T10:00:00+09:00", ["evening 2026-11-20T17:00", "morning 2026-11-24T08:30"]],
  ["2026-12-28T17:30:00+09:00", ["morning 2027-01-04T08:30"]],
])("at %s the office's next hours are offered", (now, expected) => {
  expect(offered(now)).toEqual(expected);
});

test("a day and a time are read in any width, and what is over is said", () => {
  const now = "2026-11-26T09:00:00+09:00";
  const at = (date: string, time: string) => {
    const read = readMoment(date, time, now);
    return "at" in read ? jst(read.at) : read.wrong;
  };
  expect(at("R8.11.30", "8:30")).toBe("2026-11-30T08:30");
  expect(at("令和8年11月30日", "１３時０５分")).toBe("2026-11-30T13:05");
  expect(at("8.12.1", "９：００")).toBe("2026-12-01T09:00");
  expect(at("20261126", "8:59")).toBe("past");
  expect(at("R8.2.30", "8:30")).toBe("no_such_date");
  expect(at("あした", "8:30")).toBe("not_a_date");
  expect([at("R8.11.30", "25:00"), at("R8.11.30", "朝")]).toEqual(["not_a_time", "not_a_time"]);
});
