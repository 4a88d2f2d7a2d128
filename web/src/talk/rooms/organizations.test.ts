import { expect, test } from "vitest";

import type { OrganizationId, RoomId, RoomRow } from "@/generated/wire";
import { roomsIn, unreadIn } from "@/talk/rooms/organizations";

const hall = "hall" as OrganizationId;
const council = "council" as OrganizationId;

function room(name: string, organization_id: OrganizationId, unread: number): RoomRow {
  return {
    room_id: name as RoomId,
    organization_id,
    name,
    kind: "group",
    other: null,
    held_for: null,
    readers: { lgwan_only: false, internet_devices: false, other_bodies: 0, guests: 0 },
    label: 2,
    label_name: "庁内",
    member_count: 2,
    newest_ordinal: unread,
    mark: 0,
    unread,
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
    opened_at: "2026-04-01T00:00:00Z",
  };
}

const rooms = [room("福祉課", hall, 2), room("議会運営", council, 3), room("土木課", hall, 1)];

const mine = [{ organization_id: hall }, { organization_id: council }];

test("rooms of one organization stand alone, in the order they had", () => {
  expect(roomsIn(rooms, hall, mine).map((each) => each.name)).toEqual(["福祉課", "土木課"]);
  expect(roomsIn(rooms, council, mine).map((each) => each.name)).toEqual(["議会運営"]);
  expect(roomsIn(rooms, null, mine)).toEqual([]);
});

test("a room of another body stands in each of one's own organizations", () => {
  const theirs = room("広域の打合せ", "theirs" as OrganizationId, 0);
  expect(roomsIn([...rooms, theirs], council, mine).map((each) => each.name)).toEqual([
    "議会運営",
    "広域の打合せ",
  ]);
});

test("what waits is counted for each organization apart", () => {
  expect([...unreadIn(rooms)]).toEqual([
    [hall, 3],
    [council, 3],
  ]);
});
