import { expect, test } from "vitest";

import type { OrganizationId } from "@/generated/wire";
import { chosenOf } from "@/people/orgs/chosen";

const hall = { organization_id: "hall" as OrganizationId, name: "見本市役所" };
const council = { organization_id: "council" as OrganizationId, name: "見本市議会" };

test("who serves in one organization is never asked", () => {
  expect(chosenOf([hall], null)).toBe("hall");
  expect(chosenOf([hall], "council")).toBe("hall");
  expect(chosenOf([], null)).toBeNull();
});

test("of several the one that was open last is open", () => {
  expect(chosenOf([hall, council], "council")).toBe("council");
});

test("of several none is open before it is chosen, nor after one has left it", () => {
  expect(chosenOf([hall, council], null)).toBeNull();
  expect(chosenOf([hall, council], "fire brigade")).toBeNull();
});
