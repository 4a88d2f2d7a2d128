/** ORG-19: nobody of a list can be taken for another. */
import { expect, test } from "vitest";

import type { AccountId, Person } from "@/generated/wire";

import { apartIn } from "./apart";

function person(id: string, family: string, unit: string, title: string, tail = "", body = "見本市"): Person {
  return {
    account_id: id as AccountId,
    family,
    given: "太郎",
    kana: "",
    department: unit,
    department_path: `健康福祉部 ${unit}`,
    job_title: title,
    tenant_name: body,
    kind: "member",
    tail,
  };
}

const said = (...people: Person[]) => Object.fromEntries(apartIn(people));

test("a name that nobody else bears stands alone", () => {
  expect(said(person("1", "山田", "福祉課", "主事"), person("2", "佐藤", "福祉課", "主事"))).toEqual({});
});

test("the unit comes first", () => {
  expect(said(person("1", "山田", "福祉課", "主事"), person("2", "山田", "土木課", "主事"))).toEqual({
    1: { department: "福祉課", job_title: "", tail: "" },
    2: { department: "土木課", job_title: "", tail: "" },
  });
});

test("then the title, then the end of the number", () => {
  expect(
    said(
      person("1", "山田", "福祉課", "主事", "021"),
      person("2", "山田", "福祉課", "主事", "022"),
      person("3", "山田", "福祉課", "主査"),
    ),
  ).toEqual({
    1: { department: "福祉課", job_title: "主事", tail: "021" },
    2: { department: "福祉課", job_title: "主事", tail: "022" },
    3: { department: "福祉課", job_title: "主査", tail: "" },
  });
});

test("of several bodies the body is said, too, and of the other one no number is there", () => {
  expect(
    said(
      person("1", "山田", "健康課", "主事", "021"),
      person("2", "山田", "健康課", "主事", "022"),
      person("3", "山田", "健康課", "主事", "", "隣見市"),
    ),
  ).toEqual({
    1: { department: "見本市 健康課", job_title: "主事", tail: "021" },
    2: { department: "見本市 健康課", job_title: "主事", tail: "022" },
    3: { department: "隣見市 健康課", job_title: "", tail: "" },
  });
});
