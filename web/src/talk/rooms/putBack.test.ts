/** A room that was put back by hand, while the news of one's own message is still on its way. */
import { expect, test } from "vitest";

import type { RoomId, RoomRow } from "@/generated/wire";
import { putBackTo, readByPosting } from "@/talk/rooms/rows";

const row = {
  room_id: "welfare" as RoomId,
  newest_ordinal: 3,
  mark: 3,
  unread: 0,
  ...{ blanks: [], blanks_before: 0, mentions: 0, mentioned: [], watched: [] },
} as Partial<RoomRow> as RoomRow; // only what marks are counted from

const behind = { blanks: [], blanks_before: 0, mentions: 0, mentioned: [], watched: [] };

test("MSG-9: what was posted before it was put back reads no further, what is posted afterwards does", () => {
  // On another device 4 was posted, which read up to there; then the room was put back to 1.
  const back = putBackTo(row, { mark: 1, read: 4, ...behind });
  const late = readByPosting({ ...back, newest_ordinal: 4 }, 4);
  expect([late.mark, late.unread]).toEqual([1, 3]);
  const next = readByPosting({ ...late, newest_ordinal: 5 }, 5);
  expect([next.mark, next.unread]).toEqual([5, 0]);
});

test("MSG-9: what was posted after it was put back is not put back, whichever is heard first", () => {
  // It was put back to 1 when 3 had been read; then 4 was posted, of which the stream of the room told first.
  const other = { ...row, room_id: "roads" as RoomId };
  const posted = readByPosting({ ...other, newest_ordinal: 4 }, 4);
  const late = putBackTo(posted, { mark: 1, read: 3, ...behind });
  expect([late.mark, late.unread]).toEqual([4, 0]);
});
