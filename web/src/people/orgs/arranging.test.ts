/** Moving units by key, by mouse and by menu, and the filter of the tree. */
import { expect, test } from "vitest";

import type { ArrangedUnit, UnitId } from "@/generated/wire";

import { dropped, fitting, placeOf, stepped } from "./arranging";

function unit(path: string, parent: string | null, closed = false): ArrangedUnit {
  const name = path.split(" ").at(-1) ?? "";
  return {
    unit_id: path as UnitId,
    parent_id: parent as UnitId | null,
    path,
    name,
    short_name: name,
    code: path === "市民部" ? "20" : null,
    closed_at: closed ? "2026-11-01T00:00:00Z" : null,
  } as ArrangedUnit; // nothing else of them is looked at
}

const general = unit("総務部", null);
const staff = unit("総務部 人事課", "総務部");
const money = unit("総務部 財政課", "総務部");
const people = unit("市民部", null);
const gone = unit("支所", null, true);
const units = [general, staff, money, people, gone];

test("a step goes past one neighbour and ends at the ends", () => {
  expect(stepped(units, staff, 1)).toEqual({ unit_id: staff.unit_id, parent_id: "総務部", before: null });
  expect(stepped(units, money, -1)).toEqual({
    unit_id: money.unit_id,
    parent_id: "総務部",
    before: staff.unit_id,
  });
  expect(stepped(units, staff, -1)).toBeNull();
  expect(stepped(units, people, 1)).toBeNull();
});

test("dropped on a unit it stands last below it, beside a unit before or after that", () => {
  expect(dropped(units, people, general, "on")).toEqual({
    unit_id: "市民部",
    parent_id: "総務部",
    before: null,
  });
  expect(dropped(units, people, staff, "after")).toEqual({
    unit_id: "市民部",
    parent_id: "総務部",
    before: money.unit_id,
  });
  expect(dropped(units, people, general, "before")).toEqual({
    unit_id: "市民部",
    parent_id: null,
    before: "総務部",
  });
});

test("never below itself or its own", () => {
  expect(dropped(units, general, staff, "on")).toBeNull();
  expect(dropped(units, general, general, "on")).toBeNull();
});

test("undoing a move asks for the place where it stood", () => {
  expect(placeOf(units, staff)).toEqual({
    unit_id: staff.unit_id,
    parent_id: "総務部",
    before: money.unit_id,
  });
});

test("the filter keeps what fits and all above it; closed ones only when they are asked for", () => {
  expect(fitting(units, "人事", false)).toEqual([general, staff]);
  expect(fitting(units, "２０", false)).toEqual([people]);
  expect(fitting(units, "", false)).toHaveLength(4);
  expect(fitting(units, "", true)).toHaveLength(5);
  expect(fitting(units, "いない", true)).toEqual([]);
});
