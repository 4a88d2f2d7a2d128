/** What calls somebody, by what they have chosen for each room. */
import { expect, test } from "vitest";

import type { RoomRow } from "@/generated/wire";
import { callingFrom, newsSince } from "@/talk/mentions/waiting";

const row = (room_id: string, notify: RoomRow["notify"], unread: number, mentions: number, more = {}) =>
  ({ room_id, notify, unread, mentions, is_archived: false, ...more }) as RoomRow;

test("the number in the title follows each room's choice (PUSH-1)", () => {
  const rooms = [row("a", "all", 3, 1), row("b", "mentions", 50, 2), row("c", "none", 7, 7)];
  expect(callingFrom(rooms)).toBe(5);
  expect(callingFrom([row("d", "all", 3, 1, { is_archived: true })])).toBe(0);
});

test("what has come since is told once, and what was read calls nobody", () => {
  const before = [row("a", "all", 2, 0), row("b", "mentions", 5, 1), row("c", "none", 0, 0)];
  const after = [
    row("a", "all", 4, 1),
    row("b", "mentions", 6, 1),
    row("c", "none", 1, 1),
    row("e", "all", 1, 1),
  ];
  const news = newsSince(before, after);
  expect([news.count, news.mentions, news.rooms.map((room) => room.room_id)]).toEqual([3, 2, ["a", "e"]]);
  expect(newsSince(after, before).count).toBe(0);
});
