/** 和暦 is read and written as on the server: both read the same vectors. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { type Day, iso } from "./days";
import { dense, eraOf, readDay, reiwa, written } from "./eras";

interface Reading {
  text: string;
  day?: string;
  bare?: boolean;
  refused?: string;
  nearest?: string;
}

interface Writing {
  day: string;
  written: string;
  dense: string;
}

const vectors = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
const readings: Reading[] = vectors("dates_read");
const writings: Writing[] = vectors("dates_written");

function dayOf(text: string): Day {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
}

describe("TEXT-2 FIG-13: a date is read in every form and width", () => {
  test.each(readings.filter(({ day }) => day))("$text", ({ text, bare, day }) => {
    const read = readDay(text, bare ? reiwa : null);
    expect(read.refused).toBeNull();
    expect(read.refused === null && iso(read.day)).toBe(day);
  });
});

describe("TEXT-2: a day that does not exist is refused with the nearest that does", () => {
  test.each(readings.filter(({ refused }) => refused))("$text", ({ text, bare, refused, nearest }) => {
    expect(readDay(text, bare ? reiwa : null)).toEqual(nearest ? { refused, nearest } : { refused });
  });
});

describe("TEXT-2 FIG-13: a day is written in one way", () => {
  test.each(writings)("$day", (writing) => {
    const day = dayOf(writing.day);
    expect([written(day), dense(day)]).toEqual([writing.written, writing.dense]);
  });
});

test("TEXT-2: 明治 begins with the calendar of today", () => {
  expect(eraOf(dayOf("1873-01-01"))?.letter).toBe("M");
  expect(eraOf(dayOf("1872-12-31"))).toBeNull();
});
