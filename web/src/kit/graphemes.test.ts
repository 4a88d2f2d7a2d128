/** The client cuts characters where the server does: both read the same vectors. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { firstGrapheme, graphemeCount, takeGraphemes } from "./graphemes";

interface Cut {
  name: string;
  text: string;
  characters: string[];
}

const file = new URL("../../../tests/vectors/graphemes.json", import.meta.url);
const cuts: Cut[] = JSON.parse(readFileSync(file, "utf8"));

describe("TEXT-1 BASE-2: a text falls into the characters that people see", () => {
  test.each(cuts)("$name", ({ text, characters }) => {
    expect(graphemeCount(text)).toBe(characters.length);
    expect(firstGrapheme(text)).toBe(characters[0] ?? "");
    for (let most = -1; most <= characters.length + 1; most += 1) {
      expect(takeGraphemes(text, most)).toBe(characters.slice(0, Math.max(most, 0)).join(""));
    }
  });
});
