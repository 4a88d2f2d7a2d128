/** A calendar is walked by the keys that everybody knows. */
import { expect, test } from "vitest";

import { iso } from "@/kit/days";

import { walked } from "./calendar";

const tuesday = { year: 2026, month: 11, day: 24 };

test.each([
  ["ArrowLeft", false, "2026-11-23"],
  ["ArrowRight", false, "2026-11-25"],
  ["ArrowUp", false, "2026-11-17"],
  ["ArrowDown", false, "2026-12-01"],
  ["Home", false, "2026-11-22"],
  ["End", false, "2026-11-28"],
  ["PageUp", false, "2026-10-24"],
  ["PageDown", true, "2027-11-24"],
])("%s (with shift: %s) leads to %s", (key, shiftKey, day) => {
  const there = walked(tuesday, { key, shiftKey });
  expect(there && iso(there)).toBe(day);
});

test("a letter leads nowhere", () => {
  expect(walked(tuesday, { key: "a", shiftKey: false })).toBeNull();
});
