/** What rooms begin with. */
import { expect, test } from "vitest";

import { beginningOf, isOneName, refilled } from "./templates";

const today = { year: 2027, month: 1, day: 31 };

test("ROOM-1: a meeting ends in a month, a project with the fiscal year, a section not at all", () => {
  expect(beginningOf("meeting", today, "")).toMatchObject({ name: "1月31日の会議", ends: "2027-02-28" });
  expect(beginningOf("project", today, "").ends).toBe("2027-03-31");
  expect(beginningOf("project", { ...today, month: 4 }, "").ends).toBe("2028-03-31");
  expect(beginningOf("section", today, "福祉課")).toMatchObject({ name: "福祉課の連絡", ends: "" });
});

test("ROOM-1: another template leaves what somebody has written themselves", () => {
  const meeting = beginningOf("meeting", today, "");
  const written = { ...meeting, name: "窓口の会議" };
  const after = refilled(written, meeting, beginningOf("project", today, ""));
  expect(after).toEqual({ ...beginningOf("project", today, ""), name: "窓口の会議" });
});

test("ROOM-1: width and spaces make no other name, and no name is nobody's", () => {
  expect(isOneName("台風２４号　連絡室", "台風24号連絡室")).toBe(true);
  expect(isOneName("台風24号", "台風25号")).toBe(false);
  expect(isOneName(" ", "")).toBe(false);
});
