/** Of a folder that is let go over a room its files are taken, as many as anybody can send (FILE-1). */
import { expect, test } from "vitest";

import { MOST_FILES } from "./chosen";
import { dropped } from "./dropped";

interface Fake {
  name: string;
  isDirectory: boolean;
  isFile: boolean;
}

const file = (name: string) => ({
  name,
  isDirectory: false,
  isFile: true,
  file: (told: (found: File) => void) => told(new File(["x"], name)),
});

/** It tells of two at a time, as browsers tell of a hundred. */
const folder = (name: string, ...inside: Fake[]) => ({
  name,
  isDirectory: true,
  isFile: false,
  createReader() {
    const left = [...inside];
    return { readEntries: (told: (some: Fake[]) => void) => told(left.splice(0, 2)) };
  },
});

/** What a browser hands over, for all that is read of it. */
async function names(...entries: (Fake | null)[]): Promise<string[]> {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  const files = entries.map((_, at) => new File(["x"], `${at}.txt`));
  const carried = { items, files } as unknown as DataTransfer;
  const taken = dropped(carried);
  // The event is over, and with it what it carried.
  items.length = files.length = 0;
  return (await taken).map((found) => found.name);
}

test("of a folder its files are taken, also those further down, in the order in which they are seen", async () => {
  const photos = folder(
    "写真",
    file("10.jpg"),
    file(".DS_Store"),
    file("2.jpg"),
    folder("北側", file("橋.jpg")),
  );
  expect(await names(photos, file("表.csv"), folder("空"))).toEqual(["2.jpg", "10.jpg", "橋.jpg", "表.csv"]);
});

test("files without a folder are taken as they come, whether or not the browser knows entries", async () => {
  expect(await names(null, file("表.csv"))).toEqual(["0.txt", "1.txt"]);
});

test("of a folder without end no more is read than it takes to say that it is too much", async () => {
  const many = folder("全部", ...Array.from({ length: 1_000 }, (_, at) => file(`${at}.jpg`)));
  expect(await names(many)).toHaveLength(2 * MOST_FILES);
});

test("a folder that cannot be read says so", async () => {
  const shut = folder("錠");
  shut.createReader = () => ({
    readEntries: (_, ...ways: unknown[]) => (ways[0] as (why: Error) => void)(new Error("shut")),
  });
  await expect(names(shut)).rejects.toThrow("shut");
});
