/** The list of rooms: its order, and what a typed name finds. */
import { expect, test } from "vitest";

import type { OrganizationId, RoomId, RoomRow } from "@/generated/wire";
import { begun, inOrder, inSight, named, neighbour } from "@/talk/rooms/order";

function room(name: string, opened_at: string): RoomRow {
  return {
    room_id: name as RoomId,
    organization_id: "mihon" as OrganizationId,
    name,
    kind: "group",
    other: null,
    held_for: null,
    readers: { lgwan_only: false, internet_devices: false, other_bodies: 0, guests: 0 },
    label: 2,
    label_name: "庁内",
    member_count: 2,
    newest_ordinal: 0,
    mark: 0,
    unread: 0,
    blanks: [],
    ...{ blanks_before: 0, mentions: 0, mentioned: [], watched: [], notify: "all" },
    last: null,
    role: "member",
    may_post: true,
    may_arrange_members: false,
    may_set: false,
    may_leave: true,
    may_pin: false,
    is_archived: false,
    is_favourite: false,
    folder_id: null,
    ends_on: null,
    opened_at,
  };
}

const rooms = [
  room("地域保健係 11月係会議", "2026-11-18T00:00:00Z"),
  room("台風24号 情報連絡室", "2026-11-20T00:00:00Z"),
  room("ケンナン認知症施策", "2026-11-19T00:00:00Z"),
];
const names = (found: RoomRow[]) => found.map((one) => one.name);

test("the newest room stands first", () => {
  expect(names(inOrder(rooms))).toEqual([
    "台風24号 情報連絡室",
    "ケンナン認知症施策",
    "地域保健係 11月係会議",
  ]);
});

test("TEXT-1 a name is found in any width and kana, with its words in any order", () => {
  expect(names(named(rooms, "ｹﾝﾅﾝ"))).toEqual(["ケンナン認知症施策"]);
  expect(names(named(rooms, "けんなん"))).toEqual(["ケンナン認知症施策"]);
  expect(names(named(rooms, "情報　２４号"))).toEqual(["台風24号 情報連絡室"]);
  expect(named(rooms, " ")).toHaveLength(3);
});

test("ROOM-3 a room that was put away is walked past, unless it is the one that is open", () => {
  const put = rooms.map((one) => ({ ...one, is_archived: one.name.startsWith("ケンナン") }));
  expect(names(inSight(put, null))).toEqual(["地域保健係 11月係会議", "台風24号 情報連絡室"]);
  expect(inSight(put, "ケンナン認知症施策")).toHaveLength(3);
  expect(neighbour(put, [], "台風24号 情報連絡室", 1)?.name).toBe("地域保健係 11月係会議");
});

test("walking by keys stops at the ends of the list", () => {
  expect(neighbour(rooms, [], "台風24号 情報連絡室", 1)?.name).toBe("ケンナン認知症施策");
  expect(neighbour(rooms, [], "台風24号 情報連絡室", -1)).toBeUndefined();
  expect(neighbour(rooms, [], null, 1)?.name).toBe("台風24号 情報連絡室");
});

test("a direct talk in which nothing has been said is listed only where it is the one that is open", () => {
  const direct = { ...room("田中 美保", "2026-11-21T00:00:00Z"), kind: "direct" as const };
  const spoken = { ...direct, room_id: "spoken" as RoomId, newest_ordinal: 1 };
  const all = [...rooms, direct, spoken];
  expect(begun(all, undefined)).toEqual([...rooms, spoken]);
  expect(begun(all, direct.room_id)).toEqual(all);
});

test("a talk with somebody of another body is listed from the moment in which it was said yes to", () => {
  const direct = { ...room("森 葵", "2026-11-21T00:00:00Z"), kind: "direct" as const };
  const across = { ...direct, readers: { ...direct.readers, other_bodies: 1 } };
  expect(begun([across], undefined)).toEqual([across]);
});
