/** Choosing rows: those in sight and all that there are are two different things, and it is always known which. */
import { expect, test } from "vitest";

import { howMany, isChosen, nothingChosen, toggled, toggledAll } from "./selection";

const loaded = ["a", "b", "c"];

test("one after the other, and back", () => {
  const one = toggled(nothingChosen, "a", loaded);
  expect([isChosen(one, "a"), isChosen(one, "b")]).toEqual([true, false]);
  expect(howMany(toggled(one, "a", loaded), 3012)).toBe(0);
});

test("the box in the heading takes those in sight, and lets all go", () => {
  const all = toggledAll(nothingChosen, loaded);
  expect(howMany(all, 3012)).toBe(3);
  expect(toggledAll(all, loaded)).toEqual(nothingChosen);
});

test("all means all; taking one out leaves those in sight", () => {
  const all = { all: true, ids: new Set<string>() };
  expect([howMany(all, 3012), isChosen(all, "x")]).toEqual([3012, true]);
  expect([...toggled(all, "b", loaded).ids]).toEqual(["a", "c"]);
  expect(toggledAll(all, loaded)).toEqual(nothingChosen);
});
