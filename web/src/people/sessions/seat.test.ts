/** Leaving the seat: which key does it, and how long a screen may rest. */
import { expect, test } from "vitest";

import { isLeaveKey, Rest } from "@/people/sessions/seat";

const MINUTE = 60_000;

function press(change: Partial<KeyboardEvent>): KeyboardEvent {
  const nothing = { altKey: true, ctrlKey: false, metaKey: false, shiftKey: false };
  // What a keyboard sends, as far as it is looked at.
  return { ...nothing, code: "KeyL", isComposing: false, keyCode: 76, ...change } as KeyboardEvent;
}

test("AUTH-5: Alt+L leaves the seat, and no other key does", () => {
  expect(isLeaveKey(press({}))).toBe(true);
  expect(isLeaveKey(press({ altKey: false }))).toBe(false);
  expect(isLeaveKey(press({ ctrlKey: true }))).toBe(false);
  expect(isLeaveKey(press({ code: "KeyK" }))).toBe(false);
});

test("while a conversion is open the key belongs to it", () => {
  expect(isLeaveKey(press({ isComposing: true }))).toBe(false);
  expect(isLeaveKey(press({ keyCode: 229 }))).toBe(false);
});

test("AUTH-5: a touch in any tab begins the time anew, and a night with the lid closed ends it", () => {
  const rest = new Rest(10, 0);
  expect(rest.left(4 * MINUTE)).toBe(6 * MINUTE);
  rest.touched(5 * MINUTE);
  rest.touched(2 * MINUTE); // said by a tab that was left earlier
  expect(rest.left(5 * MINUTE)).toBe(10 * MINUTE);
  expect(rest.left(600 * MINUTE)).toBeLessThan(0);
});
