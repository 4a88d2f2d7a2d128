/** Names in what is being written. */
import { expect, test } from "vitest";

import type { Me, NameableUnit, Person, Room } from "@/generated/wire";
import { meant } from "@/talk/mentions/meant";
import { type Nameable, nameablesIn } from "@/talk/mentions/nameable";
import { formerIn, namesIn, partsOf, textOf, tokenAt, withName } from "@/talk/mentions/written";

const person = (id: string, family: string, given: string, kana: string, department = "福祉課") =>
  ({
    account_id: id,
    ...{ family, given, kana, department, department_path: department, job_title: "主事" },
    ...{ kind: "member", tail: "021", tenant_name: "見本市" },
  }) as unknown as Person;
const people = [
  person("me", "山田", "太郎", "やまだ たろう"),
  person("s1", "佐藤", "花子", "さとう はなこ"),
  person("s2", "佐藤", "花子", "さとう はなこ", "土木課"),
  person("h", "佐藤", "花", "さとう はな"),
  person("k", "鈴木", "﨑子", "すずき さきこ"),
];
const room = {
  room: { kind: "group", member_count: 5 },
  members: people.map(({ account_id }) => ({ account_id })),
  people: Object.fromEntries(people.map((each) => [each.account_id, each])),
} as unknown as Room;
const unit = (name: string, path = name, body = "") =>
  ({ unit_id: path + body, name, path, body, count: 2 }) as NameableUnit;
const units = [
  unit("福祉課"),
  unit("総務係", "福祉課 総務係"),
  unit("総務係", "土木課 総務係"),
  unit("健康課", "健康課", "隣見市"),
];
const all = nameablesIn(room, units, { account_id: "me", units: [] as string[] } as Me);
const labels = (found: Nameable[]) => found.map(({ label }) => label);

test("no two are offered under one label, and the whole room comes last (ORG-19)", () => {
  expect(labels(all)).toEqual([
    ...["佐藤 花子（福祉課）", "佐藤 花子（土木課）", "佐藤 花", "鈴木 﨑子"],
    ...["福祉課", "福祉課 総務係", "土木課 総務係", "健康課（隣見市）", "全員"],
  ]);
});

test.each([
  ["さとう", 3],
  ["はなこ", 2],
  ["ｻﾄｳ", 3],
  ["satoh", 3],
  ["suzu", 1],
  ["﨑", 1],
  ["総務", 2],
  ["全", 1],
  ["ぜん", 1],
  ["zenin", 1],
  ["", 9],
  ["田中", 0],
])("「%s」 may mean %i", (word, count) => {
  expect(meant(all, word)).toHaveLength(count);
});

test("names become parts, and parts a text that gives the same parts", () => {
  const text = "あの、＠佐藤 花子（土木課）さんと@鈴木　﨑子 へ。\n＠全員 ＠総務係 a@全員";
  const parts = partsOf(text, all);
  expect(parts).toEqual([
    { kind: "text", text: "あの、" },
    { kind: "mention", of: "account", id: "s2", words: "佐藤 花子（土木課）" },
    { kind: "text", text: "さんと" },
    { kind: "mention", of: "account", id: "k", words: "鈴木 﨑子" },
    { kind: "text", text: " へ。\n" },
    { kind: "mention", of: "everyone", id: null, words: "全員" },
    { kind: "text", text: " ＠総務係 a@全員" },
  ]);
  expect(partsOf(textOf(parts, all), all)).toEqual(parts);
  expect(partsOf("だれも呼びません", all)).toEqual([{ kind: "text", text: "だれも呼びません" }]);
});

test("the longest name is meant, and a word that goes on is another word", () => {
  const named = (text: string) => namesIn(text, all).map((each) => each.named.label);
  expect(named("＠佐藤 花子（福祉課）")).toEqual(["佐藤 花子（福祉課）"]);
  expect(named("＠佐藤 花さん ＠佐藤 花様 ＠佐藤 花子")).toEqual(["佐藤 花", "佐藤 花"]);
  expect(named("＠福祉課長 ＠福祉課の皆さん ＠全員集合")).toEqual(["福祉課"]);
});

test("what is being written behind the sign, and only there", () => {
  const at = (text: string) => tokenAt(text, text.length, all)?.word ?? null;
  expect([at("@"), at("はい、＠さと"), at("＠佐藤 は"), at("a@b"), at("@ あ"), at("＠鈴木 﨑子 ")]).toEqual([
    ...["", "さと", "佐藤 は"],
    ...[null, null, null],
  ]);
  const token = tokenAt("＠すずお願いします", 3, all);
  const suzuki = all[3] as Nameable;
  expect(token && withName("＠すずお願いします", token, suzuki)).toEqual(["＠鈴木 﨑子 お願いします", 7]);
});

test("whoever has left may stay named, and is nobody else", () => {
  const gone = { kind: "mention", of: "account", id: "old", words: "鈴木 﨑子" } as const;
  const former = formerIn([gone], all);
  expect(labels(former)).toEqual(["鈴木 﨑子（前のメンバー）"]);
  const text = textOf([gone, { kind: "text", text: " に聞きました" }], all);
  expect(partsOf(text, [...all, ...former])[0]).toMatchObject({ id: "old" });
});
