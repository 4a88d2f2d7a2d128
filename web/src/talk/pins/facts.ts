/** What pins do to an open room: they come to its top, the newest first, and go. */
import type { Pin, Room } from "@/generated/wire";
import { change, type Handlers } from "@/platform/facts";
import { roomKey } from "@/talk/rooms/rooms";

export const pinFacts: Handlers<"pins.pinned" | "pins.unpinned"> = {
  "pins.pinned": (cache, told) => {
    const { room_id, pin, people } = told.body;
    change<Room>(cache, roomKey(room_id), told, (room) => ({
      ...room,
      pins: [pin, ...without(room.pins, pin.message_id)],
      people: { ...room.people, ...people },
    }));
  },

  "pins.unpinned": (cache, told) => {
    const { room_id, message_id } = told.body;
    change<Room>(cache, roomKey(room_id), told, (room) => ({
      ...room,
      pins: without(room.pins, message_id),
    }));
  },
};

export function without(pins: Pin[], message: Pin["message_id"]): Pin[] {
  return pins.filter((pin) => pin.message_id !== message);
}
