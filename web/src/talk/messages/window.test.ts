/** The window on a room's messages: it has no holes, whatever is put to it. */
import { describe, expect, test } from "vitest";

import type { AccountId, Line, Message, MessageId, PageAnswer, Person, Quote } from "@/generated/wire";
import {
  appended,
  changed,
  counted,
  edgeOf,
  extended,
  noted,
  type PageState,
  windowOf,
} from "@/talk/messages/window";

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
    lines: [],
    threads: {},
    root: null,
    older: null,
    newer: null,
    number: 1,
    ...ends,
  };
}

/** The second message, as the third shows it: as it was read, and as all are told where somebody came after it. */
const shown = { message_id: "m2", author_id: "tanaka", text: "二件目", is_withdrawn: false } as Quote;
const hidden: Quote = { ...shown, author_id: null, text: null };
const answered = {
  ...message(2),
  author_id: "tanaka",
  parts: [{ kind: "text", text: "二件目" }],
  is_withdrawn: false,
} as Message;
const answering = (quote: Quote) => ({ ...message(3), quote });

const ordinals = (state: PageState) => state.messages.map((each) => each.ordinal);

const line = (after_ordinal: number, line_id = `l${after_ordinal}`) => ({ line_id, after_ordinal }) as Line;
const lines = (state: PageState) => state.lines.map((each) => each.line_id);

describe("a window", () => {
  test("ROOM-10: holds each quiet line once, as pages meet and however often it is told", () => {
    const end = windowOf(answer(5, 6, { older: "c", lines: [line(5), line(6, "a"), line(6, "b")] }));
    const grown = extended(end, "older", answer(3, 4, { lines: [line(3), line(5)] }));
    expect(lines(grown)).toEqual(["l3", "l5", "a", "b"]);
    expect(lines(noted(grown, [line(6, "b"), line(6, "c")]))).toEqual(["l3", "l5", "a", "b", "c"]);
    const middle = windowOf(answer(1, 2, { newer: "c", lines: [line(1)] }));
    expect(noted(middle, [line(9)])).toBe(middle);
    expect(lines(extended(middle, "newer", answer(3, 4, { lines: [line(2), line(4)] })))).toEqual([
      "l1",
      "l2",
      "l4",
    ]);
  });

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

describe("MSG-3 the line above an answer", () => {
  const read = { ...windowOf(answer(1, 2)), messages: [message(1), answered] };
  const quotes = (state: PageState) => state.messages.map(({ quote }) => quote ?? null);

  test("is known to whoever holds what it answers, also when the answer is told or edited without it", () => {
    const told = appended(read, answering(hidden), person);
    expect(quotes(told)).toEqual([null, null, shown]);
    const away = { ...told, messages: told.messages.slice(2) };
    expect(quotes(changed(away, "m3" as MessageId, answering(hidden), {}))).toEqual([shown]);
    expect(quotes(appended(windowOf(answer(1, 1)), answering(hidden), person))).toEqual([null, hidden]);
  });

  test("says what it answers says now, that it was taken back, or nothing where that left no trace", () => {
    const state = { ...read, messages: [answering(shown)] };
    const lineOf = (message: Message | null) => quotes(changed(state, "m2" as MessageId, message, {}))[0];
    const edited = { ...answered, parts: [{ kind: "text", text: "直した" }], is_withdrawn: false } as Message;
    expect(lineOf(edited)).toEqual({ ...shown, text: "直した" });
    expect(lineOf({ ...edited, parts: [], is_withdrawn: true })).toEqual({
      ...shown,
      text: null,
      is_withdrawn: true,
    });
    expect(lineOf(null)).toBeNull();
    const kept = changed({ ...read, messages: [answering(hidden)] }, "m2" as MessageId, edited, {});
    expect(quotes(kept)).toEqual([hidden]);
  });
});

describe("MSG-3: the window of a thread", () => {
  const root = { ...message(1), parts: [{ kind: "text", text: "資料は" }], is_withdrawn: false } as Message;
  const thread = { count: 1, last_at: "2026-11-20T05:07:00Z" };
  const under = (ordinal: number, of = "m1") => ({ ...message(ordinal), thread_id: of }) as Message;
  const state = windowOf({ ...answer(2, 1), messages: [under(2)], root }, root.message_id);

  test("takes the answers of its own thread, and no quiet lines of the room", () => {
    const later = [under(3, "m9"), message(4), under(5)].reduce((page, each) => appended(page, each), state);
    expect([ordinals(later), noted(later, [line(5)]).lines]).toEqual([[2, 5], []]);
  });

  test("follows what becomes of the message that began it", () => {
    const gone = { ...root, parts: [], is_withdrawn: true } as Message;
    expect(changed(state, root.message_id, gone, {}).root).toBe(gone);
    expect(changed(state, root.message_id, null, {}).root).toMatchObject({ parts: [], is_withdrawn: true });
    expect(changed(state, "m2" as MessageId, null, {}).root).toBe(root);
  });

  test("counts stand where their message stands, and go with the last answer", () => {
    const main = windowOf(answer(1, 2));
    expect(counted(main, root.message_id, thread).threads).toEqual({ m1: thread });
    expect(counted(state, root.message_id, thread).threads).toEqual({ m1: thread });
    expect(counted(counted(main, root.message_id, thread), root.message_id, null).threads).toEqual({});
    expect(counted(main, "m9" as MessageId, thread)).toBe(main);
    expect(counted(main, null, null)).toBe(main);
  });
});
