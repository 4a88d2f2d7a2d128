import { expect, test } from "vitest";

import type { Me, OrganizationId } from "@/generated/wire";

import { dueIn, dueInAll, whereDue } from "./due";

const [hall, council] = ["hall", "council"] as OrganizationId[] as [OrganizationId, OrganizationId];
const organizations = [hall, council].map((organization_id) => ({ organization_id, name: "" }));
const screenWith = (due: Record<string, number>) => ({ due, me: { organizations } as Me });

test("only what waits in the open organization is counted at its list, and all of it where one is reminded", () => {
  const screen = screenWith({ council: 2, hall: 1 });
  expect([dueIn(screen, hall), dueIn(screen, council), dueIn(screen, null)]).toEqual([1, 2, 0]);
  expect(dueInAll(screen)).toBe(3);
});

test("a reminder leads to where something waits, and stays where one is when there is something", () => {
  expect(whereDue(screenWith({ council: 2 }), hall)).toBe(council);
  expect(whereDue(screenWith({ council: 2, hall: 1 }), hall)).toBe(hall);
  expect(whereDue(screenWith({}), hall)).toBe(hall);
});
