/** How many have read a message, from where the read marks stand. */
import { expect, test } from "vitest";

import { readersOf } from "@/talk/receipts/marks";

test("members whose mark reaches it, without its author", () => {
  // Five members: two stand at 9, one at 7 (the author of 7), two at 3.
  const marks: [number, number][] = [
    [3, 2],
    [7, 1],
    [9, 2],
  ];
  expect([9, 8, 7, 4, 3].map((ordinal) => readersOf(marks, ordinal))).toEqual([1, 1, 2, 2, 4]);
});

test("never fewer than none, before the author's own mark has been counted", () => {
  expect(readersOf([], 1)).toBe(0);
  expect(readersOf([[3, 2]], 4)).toBe(0);
});
