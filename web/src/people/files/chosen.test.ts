/** What may be added is decided before anything is sent, and each file by itself (FILE-1). */
import { expect, test } from "vitest";

import { filesIn, pastedAs, type Room, sorted } from "./chosen";
import { sizeWords } from "./sizes";

const room: Room = { most: 10, left: 25, endings: null, there: 0 };

function file(name: string, size: number): File {
  return new File(["x".repeat(size)], name);
}

test("what is empty or too large is named, and the others are added", () => {
  const found = sorted([file("空.txt", 0), file("写真.jpg", 10), file("大.jpg", 11)], room);
  expect(found.added.map(({ name }) => name)).toEqual(["写真.jpg"]);
  expect(found.refused.map((each) => [each.file.name, each.objection])).toEqual([
    ["空.txt", "empty"],
    ["大.jpg", "large"],
  ]);
});

test("what is not called as what may be sent is named, and the others are added", () => {
  const found = sorted([file("見積.pdf", 1), file("写真.JPG", 1), file("名前だけ", 1)], {
    ...room,
    endings: ["jpg", "png"],
  });
  expect(found.added.map(({ name }) => name)).toEqual(["写真.JPG"]);
  expect(found.refused.map((each) => [each.file.name, each.objection])).toEqual([
    ["見積.pdf", "forbidden"],
    ["名前だけ", "forbidden"],
  ]);
});

test("twenty go into a message, with those that are there already", () => {
  const found = sorted([file("二十.jpg", 1), file("二十一.jpg", 1)], { ...room, there: 19 });
  expect(found.refused.map((each) => [each.file.name, each.objection])).toEqual([["二十一.jpg", "many"]]);
});

test("no more is added than the body has room for", () => {
  const found = sorted([file("一", 10), file("二", 10), file("三", 10), file("四", 5)], room);
  expect(found.added.map(({ name }) => name)).toEqual(["一", "二", "四"]);
});

test("while nobody knows the limits the server says them", () => {
  expect(sorted([file("写真.jpg", 99)], { ...room, most: null, left: null }).added).toHaveLength(1);
});

test("a picture is taken from the clipboard, and words with a picture of them are words", () => {
  const files = [file("image.png", 3)] as unknown as FileList; // a list of files, for all that is read of it
  expect(filesIn({ files, types: ["Files"] })).toHaveLength(1);
  expect(filesIn({ files, types: ["text/plain", "text/html", "Files"] })).toHaveLength(0);
  expect(pastedAs(file("image.png", 3), "貼り付けた画像").name).toBe("貼り付けた画像.png");
  expect(pastedAs(file("地図.png", 3), "貼り付けた画像").name).toBe("地図.png");
});

test.each([
  [900, "900 バイト"],
  [1_536, "2 KB"],
  [52_428_800, "50 MB"],
  [3_355_443, "3.2 MB"],
  [107_374_182_400, "100 GB"],
])("%d bytes", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
