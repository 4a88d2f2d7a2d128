/** Readings in Latin letters. */
import { expect, test } from "vitest";

import { lettersOf, typedLetters } from "./romaji";

test.each([
  ["さとう", ["sato", "satou", "Satō", "SATOH", "ｓａｔｏ"]],
  ["しみず", ["shimizu", "simizu", "sh"]],
  ["ちば", ["chiba", "tiba", "ch"]],
  ["つじ", ["tsuji", "tuji", "tsu"]],
  ["ふじい", ["fujii", "hujii", "fuj"]],
  ["おおの", ["ono", "oono", "ohno"]],
  ["きょうごく", ["kyogoku", "kyougoku", "ky"]],
  ["じょう", ["jo", "jou", "zyo"]],
  ["さっさ", ["sassa", "sasa"]],
  ["けんいち", ["kenichi", "ken'ichi"]],
  ["なんば", ["namba", "nanba"]],
  ["シュウイチ", ["shuichi", "syuuiti"]],
])("%s is found by %j", (reading, typed) => {
  for (const word of typed) expect(lettersOf(reading).startsWith(typedLetters(word) ?? "?"), word).toBe(true);
});

test("what is no reading is none", () => {
  expect([typedLetters("佐藤"), typedLetters("sa to"), typedLetters("")]).toEqual([null, null, null]);
  expect(lettersOf("さとう").startsWith(typedLetters("suzuki") ?? "?")).toBe(false);
});
