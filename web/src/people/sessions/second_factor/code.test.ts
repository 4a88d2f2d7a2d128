import { expect, test } from "vitest";

import { figuresIn } from "./code";

test("AUTH-7: a code is taken as it comes: in groups, in full width, with words around it", () => {
  expect(figuresIn("123 456")).toBe("123456");
  expect(figuresIn("１２３－４５６")).toBe("123456");
  expect(figuresIn("確認コード：123456")).toBe("123456");
  expect(figuresIn("1234567")).toBe("123456");
  expect(figuresIn("あ")).toBe("");
});
