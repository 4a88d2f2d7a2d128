/** Each place on the screen says a date in its own one form. */
import { describe, expect, test } from "vitest";

import { bubbleTime, datesIn, shortDay } from "./dates";

const { dayLine, detailTime, documentTime, listTime, longDay, stripTime } = datesIn("wareki");
const now = "2026-11-24T08:15:00Z"; // a Tuesday, 17:15 in Japan

test("a bubble says the time of day", () => {
  expect(bubbleTime("2026-11-20T05:05:09Z")).toBe("14:05");
  expect(bubbleTime("2026-11-20T15:05:09Z")).toBe("0:05");
});

test("BASE-5: the detail says it to the second", () => {
  expect(detailTime("2026-11-20T05:05:09Z")).toBe("令和8年11月20日（金） 14:05:09");
});

describe("a list says as much as is needed", () => {
  test.each([
    ["2026-11-24T05:05:00Z", "14:05"],
    ["2026-11-23T15:00:00Z", "0:00"],
    ["2026-11-23T14:59:59Z", "昨日"],
    ["2026-11-22T03:00:00Z", "日曜日"],
    ["2026-11-18T03:00:00Z", "水曜日"],
    ["2026-11-17T03:00:00Z", "11月17日（火）"],
    ["2026-11-10T03:00:00Z", "11月10日（火）"],
    ["2026-11-03T03:00:00Z", "11月3日（火・祝）"],
    ["2026-03-31T14:59:59Z", "R8.3.31"],
    ["2026-03-31T15:00:00Z", "4月1日（水）"],
    ["2025-11-10T03:00:00Z", "R7.11.10"],
    ["2019-05-01T03:00:00Z", "R1.5.1"],
    ["2026-11-25T03:00:00Z", "11月25日（水）"],
    ["2027-04-01T03:00:00Z", "R9.4.1"],
  ])("%s: %s", (at, said) => {
    expect(listTime(at, now)).toBe(said);
  });
});

test("the line of a day carries the weekday always, 祝 when it is one, the year when it is another", () => {
  const today = { year: 2026, month: 11, day: 24 };
  expect(dayLine(today, today)).toBe("11月24日（火）");
  expect(dayLine({ year: 2026, month: 11, day: 23 }, today)).toBe("11月23日（月・祝）");
  expect(dayLine({ year: 2026, month: 3, day: 31 }, today)).toBe("令和8年3月31日（火）");
});

test("a due date and a document", () => {
  const day = { year: 2026, month: 11, day: 24 };
  expect(shortDay(day)).toBe("11月24日（火）");
  expect(longDay(day)).toBe("令和8年11月24日（火）");
  expect(documentTime(now, false)).toBe("令和8年11月24日（火） 17:15");
  expect(documentTime(now, true)).toBe("令和8年11月24日（火） 午後5時15分");
  expect(documentTime("2026-11-24T00:00:00Z", true)).toBe("令和8年11月24日（火） 午前9時");
  expect(documentTime("2026-11-24T03:30:00Z", true)).toBe("令和8年11月24日（火） 午後0時30分");
});

test("the strip at the top", () => {
  expect(stripTime(new Date("2026-11-20T05:07:30Z"))).toBe("令和8年11月20日（金）14:07");
});

test("TEXT-2: whoever reads 西暦 reads it wherever a date carries its year", () => {
  const dates = datesIn("western");
  const day = { year: 2026, month: 3, day: 31 };
  expect(dates.listTime("2025-11-10T03:00:00Z", now)).toBe("2025.11.10");
  expect(dates.listTime("2026-11-10T03:00:00Z", now)).toBe("11月10日（火）");
  expect(dates.dayLine(day, { year: 2026, month: 11, day: 24 })).toBe("2026年3月31日（火）");
  expect(dates.detailTime("2026-11-20T05:05:09Z")).toBe("2026年11月20日（金） 14:05:09");
  expect(dates.documentTime(now, true)).toBe("2026年11月24日（火） 午後5時15分");
  expect(dates.stripTime("2026-11-20T05:07:30Z")).toBe("2026年11月20日（金）14:07");
  expect(dates.denseDay(day)).toBe("2026.3.31");
});
