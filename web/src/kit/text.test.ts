/** What the client says before sending is what the server decides: both read the same vectors. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { asCode, clean, cleanLine, partedAtPrivateUse, privateUseIn } from "./text";

interface Cleaning {
  name: string;
  kind: "text" | "line";
  text: string;
  clean?: string;
  most?: number;
  least?: number;
  refused?: string;
  got?: number;
}

interface Gaiji {
  name: string;
  text: string;
  found: string[];
}

const vectors = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
const cleanings: Cleaning[] = vectors("clean");
const gaiji: Gaiji[] = vectors("private_use");
const codes: { typed: string; code: string }[] = vectors("codes");

function answer({ kind, text, most = 100, least = 1 }: Cleaning) {
  return (kind === "text" ? clean : cleanLine)(text, { most, least });
}

describe("BASE-2 TEXT-1: text is kept as typed but for what the rule names", () => {
  test.each(cleanings.filter(({ refused }) => !refused))("$name", (cleaning) => {
    expect(answer(cleaning)).toEqual({ text: cleaning.clean, refused: null });
    expect(answer({ ...cleaning, text: cleaning.clean ?? "" })).toEqual(answer(cleaning));
  });
});

describe("BASE-1 BASE-2: text that breaks the rule is refused with the limit and what came", () => {
  test.each(cleanings.filter(({ refused }) => refused))("$name", (cleaning) => {
    const { refused, got, most = 100, least = 1 } = cleaning;
    const limits = { too_long: { most, got }, too_short: { least, got } }[refused ?? ""];
    expect(answer(cleaning)).toEqual({ refused, ...limits });
  });
});

test("BASE-2: a text needs at least one character unless another least is named", () => {
  expect(clean(" ", { most: 5 })).toEqual({ refused: "too_short", least: 1, got: 0 });
});

describe("TEXT-7: private-use characters are found", () => {
  test.each(gaiji)("$name", ({ text, found }) => {
    expect(privateUseIn(text)).toEqual(found);
    const pieces = partedAtPrivateUse(text);
    expect(pieces.join("")).toBe(text);
    expect([...new Set(pieces.filter((_, at) => at % 2 === 1))]).toEqual(found);
  });
});

describe("codes are right in any width", () => {
  test.each(codes)("$typed", ({ typed, code }) => {
    expect(asCode(typed)).toBe(code);
  });
});
