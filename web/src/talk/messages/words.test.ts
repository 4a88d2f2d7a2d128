/** A message where only text fits, also one that says more than this page knows. */
import { expect, test } from "vitest";

import type { AccountId, Me, Message, Part } from "@/generated/wire";
import { calls } from "@/talk/messages/calls";
import { firstWords, plainText } from "@/talk/messages/words";

const SATO = "佐藤" as AccountId;
const me = { account_id: SATO, units: ["福祉課"] } as unknown as Me; // what calls looks at
const text = (words: string): Part => ({ kind: "text", text: words });
const mention = (of: "account" | "department" | "everyone", id: string | null, more = {}): Part => ({
  kind: "mention",
  ...{ of, id, words: id ?? "全員" },
  ...more,
});
const message = (...parts: Part[]) => ({ author_id: "鈴木", parts }) as unknown as Message;

test("what a newer server says is shown by its words, never as an error (MSG-24)", () => {
  const newer = [
    { kind: "poll", words: "昼食の希望", choices: [1] },
    { kind: "place", text: "市民公園" },
    { kind: "sound", seconds: 3 },
  ] as unknown as Part[];
  expect(plainText([text("まず "), ...newer])).toBe("まず 昼食の希望市民公園");
  expect(calls(message(...newer), me)).toBe(false);
});

test("names stand in the words as they are copied", () => {
  const said = message(text("\n  今日は "), mention("account", "鈴木 﨑子"), text("さん\n二行目"));
  expect(firstWords(said)).toBe("今日は ＠鈴木 﨑子さん 二行目");
});

test.each([
  [mention("account", SATO), true],
  [mention("account", "田中"), false],
  [mention("department", "福祉課"), true],
  [mention("department", "土木課"), false],
  [mention("everyone", null), true],
  [mention("account", SATO, { quiet: true }), false],
  [text("＠佐藤"), false],
])("whom a message calls: %o", (part, isCalled) => {
  expect(calls(message(part), me)).toBe(isCalled);
  expect(calls({ ...message(part), author_id: SATO }, me)).toBe(false);
});

test("a file stands in the words by its name, as the server says it", () => {
  const file = { kind: "file", file_id: "1", words: "現場.jpg" } as Part;
  expect(firstWords(message(text("水位です"), file))).toBe("水位です［現場.jpg］");
});
