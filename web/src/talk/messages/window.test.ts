/** The window on a room's messages: it has no holes, whatever is put to it. */
import { describe, expect, test } from "vitest";

import type { AccountId, Message, MessageId, PageAnswer, Person } from "@/generated/wire";
import { appended, changed, edgeOf, extended, type PageState, windowOf } from "@/talk/messages/window";

const message = (ordinal: number) => ({ ordinal, message_id: `m${ordinal}` }) as Message; // what the window looks at
const person = { account_id: "tanaka" as AccountId } as Person; // and nothing else of a person
const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, place) => message(first + place));

function answer(first: number, last: number, ends: Partial<PageAnswer> = {}): PageAnswer {
  const messages = between(first, last);
  return {
    messages,
    people: {},
    marks: [[last, 1]],
    reactions: {},
    older: null,
    newer: null,
    number: 1,
    ...ends,
  };
}

const ordinals = (state: PageState) => state.messages.map((each) => each.ordinal);

describe("a window", () => {
  test("knows from the cursors whether there is more", () => {
    expect(windowOf(answer(3, 4, { older: "c" }))).toMatchObject({ hasOlder: true, hasNewer: false });
    expect(windowOf(answer(3, 4, { newer: "c" }))).toMatchObject({ hasOlder: false, hasNewer: true });
  });

  test("grows at its older end", () => {
    const grown = extended(windowOf(answer(5, 6, { older: "c" })), "older", answer(3, 4));
    expect([ordinals(grown), grown.hasOlder, grown.hasNewer]).toEqual([[3, 4, 5, 6], false, false]);
  });

  test("grows at its newer end, and takes nothing twice", () => {
    const grown = extended(windowOf(answer(1, 3, { newer: "c" })), "newer", answer(3, 5));
    expect([ordinals(grown), grown.hasNewer]).toEqual([[1, 2, 3, 4, 5], false]);
    expect(grown.marks).toEqual([[5, 1]]);
  });

  test("takes what is posted when it reaches the end", () => {
    const state = appended(windowOf(answer(1, 2)), message(3), person);
    expect([ordinals(state), Object.keys(state.people)]).toEqual([[1, 2, 3], ["tanaka"]]);
    expect(appended(state, message(3), person)).toBe(state);
  });

  test("leaves what is posted alone when it does not", () => {
    const state = windowOf(answer(1, 2, { newer: "c" }));
    expect(appended(state, message(9), person)).toBe(state);
  });

  test("does not grow for ever: far from the end it lets the end go", () => {
    const state = extended(windowOf(answer(1_001, 3_000, { older: "c" })), "older", answer(951, 1_000));
    expect([ordinals(state).length, ordinals(state)[0], state.hasNewer]).toEqual([2_000, 951, true]);
  });

  test("of an empty room has no edge", () => {
    expect(edgeOf(windowOf(answer(1, 0)), "older")).toBeNull();
  });

  test("shows a message as it reads now, once and again, and nothing where it never stood", () => {
    const state = windowOf(answer(1, 3));
    const id = "m2" as MessageId;
    const line = { ...message(2), is_withdrawn: true };
    const after = changed(state, id, line, { tanaka: person });
    expect(after.messages[1]).toBe(line);
    expect(changed(after, id, line, {})).toEqual(after);
    expect(changed(state, "m9" as MessageId, line, {})).toBe(state);
  });

  test("lets go of a message that was never there, and takes what comes after it", () => {
    const gone = changed(windowOf(answer(1, 3)), "m3" as MessageId, null, {});
    expect(ordinals(appended(gone, message(4), person))).toEqual([1, 2, 4]);
    expect(changed(gone, "m3" as MessageId, null, {})).toBe(gone);
  });
});
