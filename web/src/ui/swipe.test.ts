/** What a finger means that goes sideways. */
import { expect, test } from "vitest";

import { meant, sideways, together } from "./swipe";

const here = { x: 200, y: 300 };

test("a finger that rests, or goes up and down, is no swipe", () => {
  expect(sideways(here, { x: 208, y: 301 })).toBeNull();
  expect(sideways(here, { x: 230, y: 340 })).toBeNull();
  expect(sideways(here, { x: 160, y: 310 })).toBe(-40);
});

test("only far enough, and only to a side where something is, an act is meant", () => {
  const [left, right] = [() => {}, () => {}];
  expect(meant(-70, { left, right })).toBe(left);
  expect(meant(70, { left, right })).toBe(right);
  expect(meant(-40, { left, right })).toBeNull();
  expect(meant(70, { left })).toBeNull();
});

test("two that listen for the same are both told", () => {
  const heard: string[] = [];
  const both = together(
    { onPointerUp: () => heard.push("long press") },
    { onPointerUp: () => heard.push("swipe"), onPointerCancel: () => heard.push("cancelled") },
  );
  both.onPointerUp();
  both.onPointerCancel();
  expect(heard).toEqual(["long press", "swipe", "cancelled"]);
});
