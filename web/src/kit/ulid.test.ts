/** Send keys have the form that the server takes, and never come twice. */
import { expect, test } from "vitest";

import { ulid, ulids } from "./ulid";

function maker(times: number[], byte: number) {
  return ulids({ now: () => times.shift() ?? 0, random: (bytes) => bytes.fill(byte) });
}

test("BASE-4: a key is a ULID", () => {
  expect(ulid()).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  expect(maker([1_469_918_176_385], 0)()).toBe("01ARYZ6S410000000000000000");
});

test("BASE-4: a thousand keys are a thousand, in the order of their making", () => {
  const keys = Array.from({ length: 1000 }, () => ulid());
  expect(new Set(keys).size).toBe(1000);
  expect(keys.toSorted()).toEqual(keys);
});

test("BASE-4: a clock that is set back makes no key twice", () => {
  const next = maker([5000, 5000, 4000, 6000], 7);
  const keys = [next(), next(), next(), next()];
  expect(keys.toSorted()).toEqual(keys);
  expect(new Set(keys).size).toBe(4);
});

test("BASE-4: a millisecond that is full runs over into the next", () => {
  const next = maker([5000, 5000, 5000], 255);
  const keys = [next(), next(), next()];
  expect(keys.toSorted()).toEqual(keys);
  expect(keys[1]?.slice(0, 10)).toBe("00000004W9");
});
