/** The word beside a new password. */
import { expect, test } from "vitest";

import { strengthOf } from "@/people/sessions/strength";

test.each([
  ["kuma", "short"],
  ["aaaaaaaaaaaa", "weak"],
  ["kumagaya2026", "fair"],
  ["川べりの-Hayaoki-2026", "strong"],
] as const)("%s is %s", (password, strength) => {
  expect(strengthOf(password, 12)).toBe(strength);
});
