/** What facts about rooms and their members do to the page. */
import type { QueryClient } from "@tanstack/react-query";

import type { Facts, Member, Room, RoomId } from "@/generated/wire";
import { change, type Handlers, type Placed, rereadInTime, turn } from "@/platform/facts";
import { labelsKey } from "@/talk/rooms/labels";
import { roomKey } from "@/talk/rooms/rooms";
import { changeRow, changeScreen, screenIn, screenKey, streamOf } from "@/talk/rooms/rows";

export const roomFacts: Handlers<
  | "rooms.opened"
  | "rooms.changed"
  | "rooms.joined"
  | "rooms.role_changed"
  | "rooms.left"
  | "rooms.holder_left"
  | "rooms.unit_seated"
  | "rooms.seat_changed"
  | "rooms.entered"
  | "rooms.labelled"
  | "rooms.bodies_changed"
  | "rooms.lost"
  | "rooms.sealed"
  | "rooms.unsealed"
  | "rooms.labels_ordered"
> = {
  // Who is in it from the start hears of the room by entering it.
  "rooms.opened": () => {},

  "rooms.changed": (cache, told) => {
    const { room_id, name, purpose, is_archived, ends_on, managers, members } = told.body;
    const { shows_past, readers, reactions, shows_lines, printing } = told.body;
    const rules = { shows_past, readers, reactions, shows_lines, printing };
    const isReadOutside = told.body.lines.some((line) => line.kind === "outside");
    changeRoom(cache, told, room_id, (room) => ({ ...room, purpose, rules: { ...room.rules, ...rules } }));
    changeRow(cache, told, room_id, (row) => ({
      ...row,
      // A direct talk has none of its own: it is called by the other one's.
      name: row.kind === "direct" ? row.name : name,
      is_archived,
      ends_on,
      ...(isReadOutside ? { readers: { ...row.readers, internet_devices: true } } : {}),
      ...(row.role === "manager" ? managers : members),
      // Whoever sits there for a unit stays as long as the unit has them.
      ...(row.held_for && { may_leave: false }),
    }));
    // Whether other bodies may ask to come in stands with the bodies of the room.
    countBodies(cache, room_id);
  },

  "rooms.role_changed": (cache, told) => {
    const { room_id, account_id, role, abilities } = told.body;
    changeRoom(cache, told, room_id, (room) => ({
      ...room,
      members: room.members.map((member) =>
        member.account_id === account_id ? { ...member, role } : member,
      ),
    }));
    if (account_id !== screenIn(cache)?.me.account_id) return;
    changeRow(cache, told, room_id, (row) => ({ ...row, role, ...abilities }));
  },

  "rooms.joined": (cache, told) => {
    const { room_id, account_id, role, zones, speakers, person, readers } = told.body;
    changeRoom(cache, told, room_id, (room) => ({
      ...room,
      members: [...room.members, { account_id, role, on_behalf_of: null, zones, speakers }],
      people: { ...room.people, [account_id]: person },
    }));
    changeRow(cache, told, room_id, (row) => ({ ...row, readers, member_count: row.member_count + 1 }));
    countBodies(cache, room_id);
  },

  "rooms.left": (cache, told) => {
    const { room_id, account_id, readers } = told.body;
    changeRoom(cache, told, room_id, (room) => ({
      ...room,
      members: room.members.filter((member) => member.account_id !== account_id),
    }));
    changeRow(cache, told, room_id, (row) => ({ ...row, readers, member_count: row.member_count - 1 }));
    countBodies(cache, room_id);
  },

  // Who sits there for a unit is told to nobody: the number alone comes.
  "rooms.holder_left": () => {},

  "rooms.unit_seated": (cache, told) => {
    const { room_id, account_id, zones, speakers, readers } = told.body;
    changeRoom(cache, told, room_id, (room) => ({
      ...room,
      members: room.members.map((member) =>
        member.account_id === account_id ? { ...member, zones, speakers } : member,
      ),
    }));
    changeRow(cache, told, room_id, (row) => ({ ...row, readers }));
  },

  // The room was left and is there anew, and nobody knows which of the two was heard last.
  "rooms.seat_changed": (cache) => {
    void cache.invalidateQueries();
  },

  "rooms.entered": (cache, told) => enter(cache, told, told.body),

  "rooms.labelled": relabel,

  // By which bodies are in it, the label may allow less.
  "rooms.bodies_changed": (cache, told) => {
    relabel(cache, told);
    countBodies(cache, told.body.room_id);
  },

  "rooms.lost": (cache, told) => lose(cache, told, told.body.room_id),

  // Who is on the LGWAN side keeps it: for them it only has another label.
  "rooms.sealed": (cache, told) => {
    if (screenIn(cache)?.me.zone === "internet") lose(cache, told, told.body.room_id);
  },

  // On the LGWAN side it has been there all along, and nothing is told.
  "rooms.unsealed": (cache, told) => enter(cache, told, told.body),

  /** Rooms may be called otherwise now, and on the Internet side come or go. */
  "rooms.labels_ordered": (cache, told) => {
    void cache.invalidateQueries({ queryKey: labelsKey });
    void cache.invalidateQueries({ queryKey: ["room"] });
    rereadInTime(cache, [told.stream]);
  },
};

/** How many people each body has in a room is counted by the server; whoever shows it asks again. */
function countBodies(cache: QueryClient, room_id: RoomId): void {
  void cache.invalidateQueries({ queryKey: ["federation", "room", room_id] });
}

/** What the label permits now, and who reads there. */
function relabel(cache: QueryClient, told: Placed & { body: Facts["rooms.labelled"] }): void {
  const { room_id, label, label_name, level, readers } = told.body;
  changeRoom(cache, told, room_id, (room) => ({
    ...room,
    label: level,
    members: room.members.map((member) => ({ ...member, zones: zonesIn(member, readers.lgwan_only) })),
  }));
  changeRow(cache, told, room_id, (row) => ({ ...row, label, label_name, readers }));
  // From which side somebody reads is known to the server alone.
  if (!readers.lgwan_only) void cache.invalidateQueries({ queryKey: roomKey(room_id) });
}

function zonesIn(member: Member, isSealed: boolean): Member["zones"] {
  return isSealed ? member.zones.filter((zone) => zone !== "internet") : member.zones;
}

function enter(cache: QueryClient, told: Placed, { room, people, number }: Facts["rooms.entered"]): void {
  changeScreen(cache, told, (screen) => ({
    ...screen,
    rooms: [...screen.rooms.filter((row) => row.room_id !== room.room_id), room],
    followed: screen.followed.filter((each) => each.room_id !== room.room_id),
    people: { ...screen.people, ...people },
  }));
  turn(cache, screenKey, told, streamOf(room.room_id), number);
}

/** Whatever the page holds of the room goes with it, the messages too. What was not sent stays its writer's own. */
function lose(cache: QueryClient, told: Placed, room_id: RoomId): void {
  changeScreen(cache, told, (screen) => ({
    ...screen,
    rooms: screen.rooms.filter((row) => row.room_id !== room_id),
  }));
  if (turn(cache, screenKey, told, streamOf(room_id), null)) {
    cache.removeQueries({ predicate: ({ queryKey, meta }) => queryKey[1] === room_id && !meta?.isOwn });
  }
}

/** Its row is left as it was read: the first screen holds the one that facts keep true. */
function changeRoom(cache: QueryClient, told: Placed, roomId: RoomId, edit: (room: Room) => Room): void {
  change<Room>(cache, roomKey(roomId), told, edit);
}
