/** What waits to be read follows from marks, and from what is there no longer. */
import { expect, test } from "vitest";

import type { RoomRow } from "@/generated/wire";
import {
  blankAt,
  canTell,
  readUpTo,
  withMention,
  withoutCall,
  withoutMention,
  withWatched,
} from "@/talk/rooms/rows";

const row = {
  newest_ordinal: 5,
  mark: 3,
  unread: 2,
  blanks: [] as number[],
  ...{ blanks_before: 0, mentions: 0 },
  mentioned: [] as number[],
  watched: [] as number[],
} as RoomRow; // what marks look at

test("what was taken back at once waits for nobody, and is told twice without harm (MSG-6)", () => {
  const after = blankAt(row, 5);
  expect([after.unread, after.blanks, after.newest_ordinal]).toEqual([1, [5], 5]);
  expect(blankAt(after, 5)).toEqual(after);
  expect(readUpTo(after, 4)).toMatchObject({ unread: 0, blanks: [5] });
  expect(readUpTo(after, 5)).toMatchObject({ unread: 0, blanks: [] });
});

test("one that was never heard of here still takes its number", () => {
  expect(blankAt(row, 6)).toMatchObject({ unread: 2, newest_ordinal: 6, blanks: [6] });
  expect(blankAt(row, 2)).toMatchObject({ unread: 2, blanks: [] });
});

test("who is called is called once, and no longer after reading or taking back", () => {
  const called = withMention(withMention(withMention(row, 5), 4), 5);
  expect(called).toMatchObject({ mentions: 2, mentioned: [4, 5] });
  expect(withMention(row, 3)).toEqual(row); // read already, on another device
  expect(withWatched(row, 3, true)).toEqual(row);
  expect(readUpTo(called, 4)).toMatchObject({ mentions: 1, mentioned: [5] });
  expect(withoutMention(called, 5)).toMatchObject({ mentions: 1, mentioned: [4] });
  // By name and by a word it is one message; each of the two is taken away by itself, both with the message.
  const both = withWatched(withWatched(called, 5, true), 6, true);
  expect(both).toMatchObject({ mentions: 3, mentioned: [4, 5], watched: [5, 6] });
  expect(withoutMention(both, 5)).toMatchObject({ mentions: 3, mentioned: [4], watched: [5, 6] });
  expect(withWatched(both, 6, false)).toMatchObject({ mentions: 2, watched: [5] });
  expect(withoutCall(both, 5)).toMatchObject({ mentions: 2, mentioned: [4], watched: [6] });
  expect(readUpTo(both, 5)).toMatchObject({ mentions: 1, mentioned: [], watched: [6] });
});

/** Called 105 times and not at 990; of that the newest are listed. */
const away = {
  ...row,
  ...{ newest_ordinal: 1_000, mark: 0, unread: 890, blanks: [980, 990], blanks_before: 108 },
  ...{ mentions: 105, mentioned: [900, 950], watched: [950, 999] },
} as RoomRow;

test("what is only counted stays counted, until everything before what is listed has been read", () => {
  expect(withMention(away, 1_001)).toMatchObject({ mentions: 106, mentioned: [900, 950, 1_001] });
  expect(withoutCall(away, 950)).toMatchObject({ mentions: 104, mentioned: [900], watched: [999] });
  expect(blankAt(away, 1_000)).toMatchObject({ unread: 889, blanks: [980, 990, 1_000], blanks_before: 108 });
  expect(readUpTo(away, 10)).toMatchObject({ mark: 10, mentions: 105, unread: 880, blanks_before: 108 });
  expect(readUpTo(away, 899)).toMatchObject({ mentions: 3, blanks_before: 108 });
  expect(readUpTo(away, 979)).toMatchObject({
    mentions: 1,
    unread: 19,
    blanks: [980, 990],
    blanks_before: 0,
  });
});

test("a row knows of which ordinals on it can tell, and leaves alone what it cannot", () => {
  expect([899, 900, 979].map((ordinal) => canTell({ ...away, blanks_before: 0 }, ordinal))).toEqual([
    false,
    true,
    true,
  ]);
  expect([979, 980].map((ordinal) => canTell(away, ordinal))).toEqual([false, true]);
  expect(canTell({ ...away, mark: 500 }, 500)).toBe(true); // read: whatever becomes of it
  expect(canTell(row, 4)).toBe(true);
  expect(withoutCall(away, 20)).toEqual(away);
  expect(blankAt(away, 20)).toEqual(away);
  expect(withWatched(away, 20, true)).toEqual(away);
});
