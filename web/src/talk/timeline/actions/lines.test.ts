import { expect, test } from "vitest";

import type { Message, People, Person } from "@/generated/wire";

import { quoteOf } from "@/talk/messages/words";
import { asLine, asLines } from "./lines";

const yamada = {
  account_id: "a",
  family: "山田",
  given: "太郎",
  department: "地域保健係",
} as unknown as Person;
const people = { a: yamada } as People;

function said(message_id: string, text: string | null, unit = "地域保健係"): Message {
  const parts = text === null ? [] : [{ kind: "text", text }];
  const posted_at = "2026-11-24T05:05:00Z";
  return { message_id, author_id: "a", parts, posted_at, unit } as unknown as Message;
}

test("a message is a line with when, who and from where (MSG-18)", () => {
  expect(asLine(said("1", "本文"), yamada)).toBe("[11/24 14:05] 山田 太郎（地域保健係）本文");
});

test("the unit is the one of that time, and nobody's is left out without a trace of brackets", () => {
  expect(asLine(said("1", "本文", "高齢福祉課"), yamada)).toContain("（高齢福祉課）");
  expect(asLine(said("1", "本文", ""), undefined)).toBe("[11/24 14:05] 本文");
});

test("ORG-6: what a unit says stands under its name alone, wherever it is taken", () => {
  const unit = { account_id: "u", family: "福祉課", given: "", department: "", kind: "department" };
  const message = { ...said("1", "本文"), on_behalf_of: "u" } as Message;
  const all = { ...people, u: unit as unknown as Person } as People;
  expect(asLines([message], all, new Set(["1"]))).toBe("[11/24 14:05] 福祉課：本文");
  expect(quoteOf(message).author_id).toBe("u");
  expect(quoteOf(said("2", "本文")).author_id).toBe("a");
});

test("what lies between the ends of a selection comes in the order of the room, without what says nothing", () => {
  const messages = [said("1", "一"), said("2", null), said("3", "三"), said("4", "四")];
  const lines = asLines(messages, people, new Set(["3", "1"])).split("\n");
  expect(lines.map((line) => line.at(-1))).toEqual(["一", "三"]);
  expect(asLines(messages, people, new Set())).toBe("");
});
