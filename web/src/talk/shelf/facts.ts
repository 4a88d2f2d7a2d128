/** What happens on somebody's shelf: rooms stand elsewhere in the list, folders come and go, messages are kept. */
import type { Facts, Room, Screen } from "@/generated/wire";
import { change, type Handlers } from "@/platform/facts";
import { roomKey } from "@/talk/rooms/rooms";
import { changeScreen } from "@/talk/rooms/rows";

import { keptKey } from "./kept";

export const shelfFacts: Handlers<"shelf.changed"> = {
  "shelf.changed": (cache, told) => {
    changeScreen(cache, told, (screen) => arranged(screen, told.body));
    const { message } = told.body;
    if (!message) return;
    const { room_id, message_id, is_favourite } = message;
    change<Room>(cache, roomKey(room_id), told, ({ favourites, ...room }) => ({
      ...room,
      favourites: [...favourites.filter((id) => id !== message_id), ...(is_favourite ? [message_id] : [])],
    }));
    void cache.invalidateQueries({ queryKey: keptKey });
  },
};

export function arranged(screen: Screen, { folders, rooms }: Facts["shelf.changed"]): Screen {
  const places = new Map(rooms.map((place) => [place.room_id, place]));
  const there = new Set(folders.map((folder) => folder.folder_id));
  return {
    ...screen,
    folders,
    rooms: screen.rooms.map((row) => {
      const { is_favourite, folder_id } = places.get(row.room_id) ?? row;
      // What was in a folder that is gone stands in the list as before.
      return { ...row, is_favourite, folder_id: folder_id && there.has(folder_id) ? folder_id : null };
    }),
  };
}
