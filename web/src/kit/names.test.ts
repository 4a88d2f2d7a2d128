/** Names stand as in the roster, faces show as many characters as tell people apart. */
import { expect, test } from "vitest";

import { faceLetters, fullName, roomLetters } from "./names";

test("a name has one space in it and keeps its forms", () => {
  expect(fullName({ family: "髙橋", given: "渉" })).toBe("髙橋 渉");
  expect(fullName({ family: "広報担当", given: "" })).toBe("広報担当");
});

test("a face shows the first character, two where another has the same", () => {
  expect(faceLetters(["佐藤", "佐々木", "田中", "鈴木"])).toEqual(["佐藤", "佐々", "田", "鈴"]);
  expect(faceLetters(["山田", "山田", "髙橋", "高橋"])).toEqual(["山田", "山田", "髙", "高"]);
  expect(faceLetters(["森", "森田"])).toEqual(["森", "森田"]);
  expect(faceLetters([""])).toEqual([""]);
});

test("TEXT-1: a character of a face is never cut in two", () => {
  expect(faceLetters(["葛\u{e0100}城", "𠮷野"])).toEqual(["葛\u{e0100}", "𠮷"]);
  expect(faceLetters(["葛\u{e0100}城", "葛\u{e0100}西"])).toEqual(["葛\u{e0100}城", "葛\u{e0100}西"]);
});

test("a room shows two characters", () => {
  expect(roomLetters("　福祉課 連絡")).toBe("福祉");
});
