/** What happens to the words that one watches for, and what they meet. */
import type { Room } from "@/generated/wire";
import { change, type Handlers } from "@/platform/facts";
import { roomKey } from "@/talk/rooms/rooms";
import { changeWaiting, withWatched } from "@/talk/rooms/rows";

import { type Watched, watchwordsKey } from "./watchwords";

export const watchwordFacts: Handlers<"watchwords.changed" | "watchwords.met"> = {
  "watchwords.changed": (cache, told) => {
    const { words } = told.body;
    change<Watched>(cache, watchwordsKey, told, (watched) => ({ ...watched, words }));
  },

  "watchwords.met": (cache, told) => {
    const { room_id, message_id, ordinal, words } = told.body;
    const isSaid = words.length > 0;
    changeWaiting(cache, told, { room_id, ordinal }, (row) => withWatched(row, ordinal, isSaid));
    change<Room>(cache, roomKey(room_id), told, ({ watched, ...room }) => {
      const { [message_id]: _, ...others } = watched;
      return { ...room, watched: isSaid ? { ...others, [message_id]: words } : others };
    });
  },
};
