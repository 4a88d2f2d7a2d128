import { expect, test } from "vitest";

import type { Message, People } from "@/generated/wire";

import { mailAddress, mailDraft, upTo } from "./mailDraft";

const yamada = { account_id: "a", family: "山田", given: "太郎", department: "地域保健係" };
const people = { a: yamada } as unknown as People;

function said(message_id: string, text: string | null, beside: object = {}): Message {
  const parts = text === null ? [] : [{ kind: "text", text }];
  const place = { posted_at: "2026-11-24T05:05:00Z", in_room: true, thread_id: null };
  return { message_id, author_id: "a", parts, unit: "地域保健係", ...place, ...beside } as unknown as Message;
}

test("one message is its words, and its beginning the subject (GUEST-5)", () => {
  expect(mailDraft([said("1", "会議は10時です。\n場所は未定です。")], people)).toEqual({
    subject: "会議は10時です。 場所は未定です。",
    body: "会議は10時です。\n場所は未定です。",
  });
});

test("of several it says who said what and when, and the subject stays short", () => {
  const { subject, body } = mailDraft([said("1", "一".repeat(50)), said("2", "二")], people);
  expect([...subject].length).toBeLessThanOrEqual(31);
  expect(body).toMatch(/^■ 11月24日（火） 14:05　地域保健係　山田 太郎\n一+\n\n■ .+\n二$/);
});

test("an extract is what stands before a message and says something, as far as it is loaded", () => {
  const messages = [said("1", "一"), said("2", null), said("3", "三"), said("4", "四")];
  const chosen = (count: number) =>
    upTo(messages, messages[2] as Message, count).map(({ message_id }) => message_id);
  expect(chosen(1)).toEqual(["3"]);
  expect(chosen(2)).toEqual(["1", "3"]);
  expect(chosen(9)).toEqual(["1", "3"]);
  expect(upTo([], said("9", "九"), 3).map(({ message_id }) => message_id)).toEqual(["9"]);
});

test("what stands only in a thread goes along with its thread alone", () => {
  const under = (root: string) => ({ in_room: false, thread_id: root });
  const messages = [
    said("1", "一"),
    said("2", "一への内々の返信", under("1")),
    said("3", "三"),
    said("4", "三への返信", under("3")),
    said("5", "五"),
  ];
  const before = (at: number) =>
    upTo(messages, messages[at] as Message, 9).map(({ message_id }) => message_id);
  expect(before(4)).toEqual(["1", "3", "5"]);
  expect(before(3)).toEqual(["3", "4"]);
});

test("what was said in the name of a unit stands under the name of the unit (ORG-6)", () => {
  const unit = { account_id: "u", family: "健康課", given: "", department: "" };
  const whose = { ...people, u: unit } as unknown as People;
  const { body } = mailDraft([said("1", "一", { on_behalf_of: "u" }), said("2", "二")], whose);
  expect(body.split("\n").filter((line) => line.startsWith("■"))).toEqual([
    "■ 11月24日（火） 14:05　健康課",
    "■ 11月24日（火） 14:05　地域保健係　山田 太郎",
  ]);
});

test("an address carries lines and signs whole, and none is made of what is too long for one (RFC 6068)", () => {
  const address = mailAddress({ subject: "A&B=?", body: "一行目\n二行目" });
  const [, query] = String(address).split("?");
  const given = new URLSearchParams(query);
  expect([given.get("subject"), given.get("body")]).toEqual(["A&B=?", "一行目\r\n二行目"]);
  expect(mailAddress({ subject: "", body: "長".repeat(500) })).toBeNull();
});
