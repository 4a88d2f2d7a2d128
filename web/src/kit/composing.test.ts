/** Recorded orders of events of input methods: no key of ours acts before the conversion is done. */
import { describe, expect, test } from "vitest";

import { belongsToConversion, composingGuard, enterMeans, type Press } from "./composing";

function press(timeStamp: number, rest: Partial<Press> = {}): Press {
  const plain = {
    keyCode: 13,
    isComposing: false,
    repeat: false,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
  };
  return { key: "Enter", ...plain, ...rest, timeStamp };
}

describe("Enter takes the conversion and does not send", () => {
  test("Chromium and Firefox: the key comes while composing", () => {
    const guard = composingGuard();
    guard.began();
    expect(guard.converts(press(100, { keyCode: 229, isComposing: true }))).toBe(true);
    guard.ended({ timeStamp: 101 });
    guard.released();
    expect(guard.converts(press(400))).toBe(false);
  });

  test("Safari: compositionend first, then its keydown", () => {
    const guard = composingGuard();
    guard.began();
    guard.ended({ timeStamp: 100 });
    expect(guard.converts(press(101, { keyCode: 229 }))).toBe(true);
    expect(guard.converts(press(102))).toBe(true);
    guard.released();
    expect(guard.converts(press(151))).toBe(false);
  });

  test("the same key held down goes on converting nothing and sending nothing", () => {
    const guard = composingGuard();
    guard.began();
    guard.ended({ timeStamp: 100 });
    expect(guard.converts(press(600, { repeat: true }))).toBe(true);
    guard.released();
    expect(guard.converts(press(700, { repeat: true }))).toBe(false);
  });

  test("a field that says nothing but compositionstart is converting too", () => {
    const guard = composingGuard();
    guard.began();
    expect(guard.converts(press(100, { key: "Tab", keyCode: 9 }))).toBe(true);
  });
});

describe("no other key acts while converting", () => {
  test.each(["Escape", "Tab", "ArrowUp", "Enter", "k"])("%s", (key) => {
    expect(composingGuard().converts(press(1, { key, keyCode: 229 }))).toBe(true);
    expect(composingGuard().converts(press(1, { key, isComposing: true, ctrlKey: true }))).toBe(true);
    expect(belongsToConversion({ keyCode: 229, isComposing: false })).toBe(true);
    expect(belongsToConversion({ keyCode: 13, isComposing: false })).toBe(false);
  });

  test("but it acts right after, since only Enter is said twice", () => {
    const guard = composingGuard();
    guard.ended({ timeStamp: 100 });
    expect(guard.converts(press(101, { key: "Escape", keyCode: 27 }))).toBe(false);
  });
});

describe("what Enter means", () => {
  test.each([
    [{}, { sends: true, touch: false }, "send"],
    [{}, { sends: false, touch: false }, "line"],
    [{}, { sends: true, touch: true }, "line"],
    [{ shiftKey: true }, { sends: true, touch: false }, "line"],
    [{ shiftKey: true, ctrlKey: true }, { sends: true, touch: false }, "line"],
    [{ ctrlKey: true }, { sends: false, touch: false }, "send"],
    [{ metaKey: true }, { sends: false, touch: true }, "send"],
  ] as const)("%o %o: %s", (keys, choice, meaning) => {
    expect(enterMeans(press(1, keys), choice)).toBe(meaning);
  });
});

describe("a held key sends once", () => {
  test("repeats are swallowed for as long as it is held", () => {
    const guard = composingGuard();
    const repeats = [30, 60, 290, 580, 870].map((at) => press(1000 + at, { repeat: true }));
    expect(guard.maySend(press(1000))).toBe(true);
    expect(repeats.map((repeat) => guard.maySend(repeat))).toEqual([false, false, false, false, false]);
  });

  test("two presses of the key are two messages", () => {
    const guard = composingGuard();
    expect(guard.maySend(press(1000))).toBe(true);
    expect(guard.maySend(press(1100))).toBe(true);
    expect(guard.maySend(press(1500, { repeat: true }))).toBe(true);
  });
});
