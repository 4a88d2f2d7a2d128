/** What of the rooms calls one: the number in the title, on the icon, on the rail. It is what the server says, summed up. */
import type { RoomRow } from "@/generated/wire";

/** Of one room, as its member has chosen. What was put away calls nobody. */
export function callingIn({ notify, unread, mentions, is_archived }: RoomRow): number {
  if (is_archived || notify === "none") return 0;
  return notify === "mentions" ? mentions : unread;
}

export function callingFrom(rooms: readonly RoomRow[]): number {
  return rooms.reduce((sum, room) => sum + callingIn(room), 0);
}

/** What has come since: how many messages call, how many of them by name, and from which rooms. */
export interface News {
  count: number;
  mentions: number;
  rooms: RoomRow[];
}

export function newsSince(before: readonly RoomRow[], now: readonly RoomRow[]): News {
  const known = new Map(before.map((room) => [room.room_id, room]));
  const more = (room: RoomRow, of: (row: RoomRow) => number) => {
    const old = known.get(room.room_id);
    return Math.max(0, of(room) - (old ? of(old) : 0));
  };
  const rooms = now.filter((room) => more(room, callingIn) > 0);
  return {
    rooms,
    count: rooms.reduce((sum, room) => sum + more(room, callingIn), 0),
    mentions: rooms.reduce((sum, room) => sum + more(room, ({ mentions }) => mentions), 0),
  };
}
