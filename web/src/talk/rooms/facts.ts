/** What facts about rooms and their members do to the page. */
import type { QueryClient } from "@tanstack/react-query";

import type { Room, RoomId } from "@/generated/wire";
import { change, type Handlers, type Placed, turn } from "@/platform/facts";
import { roomKey } from "@/talk/rooms/rooms";
import { changeRow, changeScreen, screenIn, screenKey, streamOf } from "@/talk/rooms/rows";

export const roomFacts: Handlers<
  | "rooms.opened"
  | "rooms.changed"
  | "rooms.joined"
  | "rooms.role_changed"
  | "rooms.left"
  | "rooms.entered"
  | "rooms.lost"
> = {
  // Who is in it from the start hears of the room by entering it.
  "rooms.opened": () => {},

  "rooms.changed": (cache, told) => {
    const { room_id, name, purpose, is_archived, ends_on, managers, members } = told.body;
    const { shows_past, readers, reactions, shows_lines, printing } = told.body;
    const rules = { shows_past, readers, reactions, shows_lines, printing };
    changeRoom(cache, told, room_id, (room) => ({ ...room, purpose, rules: { ...room.rules, ...rules } }));
    changeRow(cache, told, room_id, (row) => ({
      ...row,
      name,
      is_archived,
      ends_on,
      ...(row.role === "manager" ? managers : members),
    }));
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
    const { room_id, account_id, role, person, readers } = told.body;
    changeRoom(cache, told, room_id, (room) => ({
      ...room,
      members: [...room.members, { account_id, role }],
      people: { ...room.people, [account_id]: person },
    }));
    changeRow(cache, told, room_id, (row) => ({ ...row, readers, member_count: row.member_count + 1 }));
  },

  "rooms.left": (cache, told) => {
    const { room_id, account_id, readers } = told.body;
    changeRoom(cache, told, room_id, (room) => ({
      ...room,
      members: room.members.filter((member) => member.account_id !== account_id),
    }));
    changeRow(cache, told, room_id, (row) => ({ ...row, readers, member_count: row.member_count - 1 }));
  },

  "rooms.entered": (cache, told) => {
    const { room, people, number } = told.body;
    changeScreen(cache, told, (screen) => ({
      ...screen,
      rooms: [...screen.rooms.filter((row) => row.room_id !== room.room_id), room],
      followed: screen.followed.filter((each) => each.room_id !== room.room_id),
      people: { ...screen.people, ...people },
    }));
    turn(cache, screenKey, told, streamOf(room.room_id), number);
  },

  "rooms.lost": (cache, told) => {
    const { room_id } = told.body;
    changeScreen(cache, told, (screen) => ({
      ...screen,
      rooms: screen.rooms.filter((row) => row.room_id !== room_id),
    }));
    // Whatever the page holds of the room goes with it, the messages too. What was not sent stays its writer's own.
    if (turn(cache, screenKey, told, streamOf(room_id), null)) {
      cache.removeQueries({ predicate: ({ queryKey, meta }) => queryKey[1] === room_id && !meta?.isOwn });
    }
  },
};

/** Its row is left as it was read: the first screen holds the one that facts keep true. */
function changeRoom(cache: QueryClient, told: Placed, roomId: RoomId, edit: (room: Room) => Room): void {
  change<Room>(cache, roomKey(roomId), told, edit);
}
