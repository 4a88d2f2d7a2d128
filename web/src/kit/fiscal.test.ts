/** 年度 runs from April to March and is named as on the server. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { fiscalYear, fiscalYearName, fiscalYearSpan } from "./fiscal";

interface Reading {
  text: string;
  name?: string;
  first?: string;
}

const file = new URL("../../../tests/vectors/fiscal_years.json", import.meta.url);
const readings: Reading[] = JSON.parse(readFileSync(file, "utf8"));

describe("TEXT-3 FIG-13: a fiscal year is named", () => {
  test.each(readings.filter(({ name }) => name))("$text", ({ name, first = "" }) => {
    expect(fiscalYearName(Number(first.slice(0, 4)))).toBe(name);
  });
});

test("TEXT-3: January to March belong to the year that began before", () => {
  expect(fiscalYear({ year: 2027, month: 3, day: 31 })).toBe(2026);
  expect(fiscalYear({ year: 2027, month: 4, day: 1 })).toBe(2027);
});

test("TEXT-3: the span stands after the name as in papers", () => {
  expect(`${fiscalYearName(2026)}（${fiscalYearSpan(2026)}）`).toBe("令和8年度（R8.4.1～R9.3.31）");
});
