/** 所属 as it stands over and beside names. */
import { expect, test } from "vitest";

import type { AccountId, Person } from "@/generated/wire";

import { byUnit, pathWords } from "./units";

function person(id: string, department_path: string, tenant_name = "見本市"): Person {
  return {
    account_id: id as AccountId,
    ...{ family: "山田", given: "太郎", kana: "", job_title: "主事", tail: "" },
    department: department_path.split(" ").at(-1) ?? "",
    department_path,
    tenant_name,
    kind: "member",
  };
}

const heads = (people: Person[], home?: string) =>
  byUnit(people, (each) => each, home).map(({ unit, people: inUnit }) => `${unit}: ${inUnit.length}`);

test("the two last steps of the path stand over those who serve there, in the order given", () => {
  const health = "健康福祉部 健康づくり推進課 地域保健係";
  expect(heads([person("1", health), person("2", "総務部 総務課"), person("3", health)], "見本市")).toEqual([
    "健康づくり推進課　地域保健係: 2",
    "総務部　総務課: 1",
  ]);
});

test("another body leads with its name, and who serves nowhere stands under none", () => {
  const people = [person("1", ""), person("2", "健康課", "隣見市")];
  expect(heads(people, "見本市")).toEqual([": 1", "［隣見市］健康課: 1"]);
  expect(heads(people)).toEqual([": 1", "健康課: 1"]);
});

test("somebody who is not known stands under no unit", () => {
  expect(byUnit(["1"], () => undefined, "見本市")).toEqual([{ unit: "", people: ["1"] }]);
});

test("the whole path is said with its steps apart", () => {
  expect(pathWords("健康福祉部 健康づくり推進課 地域保健係")).toBe(
    "健康福祉部 › 健康づくり推進課 › 地域保健係",
  );
});
