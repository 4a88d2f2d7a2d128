/** The sentence of a refusal, with what it is about put into it. */
import { expect, test } from "vitest";

import { filled, Refusal, sentenceOf, wordsFor } from "@/platform/refusals";

test("values and the contact stand in it; what nobody knows stays visible", () => {
  const sentence = "1通は{most}文字までです。困ったときは{contact}へ。{unknown}";
  expect(filled(sentence, { most: 10_000, contact: "情報政策課" })).toBe(
    "1通は10000文字までです。困ったときは情報政策課へ。{unknown}",
  );
});

test("before anybody is known the sentence is whole all the same", () => {
  const sentence = sentenceOf(new Refusal(401, "sessions.not_recognized"), "");
  expect(sentence).toContain("お使いの団体の情報担当へ。");
});

test("what is seldom said is fetched when it is said, and once", async () => {
  const taken = new Refusal(409, "accounts.email_taken", { value: "a@example.jp", other: "佐藤" });
  const coming = wordsFor(taken);
  expect(coming).not.toBeNull();
  await coming;
  expect(sentenceOf(taken, "")).toContain("「a@example.jp」は佐藤さんが使っています");
  expect(wordsFor(taken)).toBeNull();
});

test("a code without a sentence still says whom to ask", () => {
  expect(sentenceOf(new Refusal(409, "nobody.knows"), "情報政策課（内線 2345）")).toContain(
    "情報政策課（内線 2345）",
  );
});

test("a field is called as people call it, wherever it stands in what was sent", () => {
  const said = (field: string) => sentenceOf(new Refusal(422, "wrong", { field }), "情報政策課");
  expect(said("family")).toContain("「氏」を確かめてください");
  expect(said("posts.1.unit_id")).toContain("「所属」");
  expect(said("parts.0.text")).toContain("「メッセージの本文」");
  expect(said("profile.01ABC")).toContain("「職員の項目」");
  expect(said("ふりがな")).toContain("「ふりがな」");
  expect(said("nobody_knows")).toContain("「入力した内容」");
});
