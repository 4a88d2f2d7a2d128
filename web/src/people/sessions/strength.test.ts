/** The word beside a new password. */
import { expect, test } from "vitest";

import { strengthOf } from "@/people/sessions/strength";

test.each([
  ["kuma", "short"],
  ["aaaaaaaaaaaa", "weak"],
  ["kumagaya2026", "fair"],
  ["川べりの-Hayaoki-2026", "strong"],
] as const)("%s is %s", (password, strength) => {
  expect(strengthOf(password, { least: 12, kinds: 1 })).toBe(strength);
});

test("of too few kinds it is not long enough by being long", () => {
  expect(strengthOf("kumagayakumagaya", { least: 12, kinds: 2 })).toBe("plain");
  expect(strengthOf("kumagaya-kumagaya", { least: 12, kinds: 2 })).not.toBe("plain");
});
