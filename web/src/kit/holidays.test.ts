/** The holidays of chosen years, day by day: the table and the rules of the law give the same. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { iso, plusDays } from "./days";
import { holiday } from "./holidays";

interface Holiday {
  day: string;
  name: string;
}

const file = new URL("../../../tests/vectors/holidays.json", import.meta.url);
const holidays: Holiday[] = JSON.parse(readFileSync(file, "utf8"));

describe("every day of the year, holiday or none", () => {
  test.each([2025, 2026, 2027, 2032])("%i", (year) => {
    const found: Holiday[] = [];
    for (let day = { year, month: 1, day: 1 }; day.year === year; day = plusDays(day, 1)) {
      const name = holiday(day);
      if (name) found.push({ day: iso(day), name });
    }
    expect(found).toEqual(holidays.filter(({ day }) => day.startsWith(String(year))));
  });
});

test("years outside of the table have none, rather than wrong ones", () => {
  expect(holiday({ year: 2024, month: 1, day: 1 })).toBeNull();
  expect(holiday({ year: 2036, month: 1, day: 1 })).toBeNull();
});
