/** What becomes of the rooms that one follows: which they are stands at once, what is new there is read anew. */
import type { Handlers } from "@/platform/facts";
import { openKey } from "@/talk/rooms/kinds";
import { changeScreen } from "@/talk/rooms/rows";

import { digestKey } from "./followed";

export const followingFacts: Handlers<"following.changed"> = {
  "following.changed": (cache, told) => {
    const { room_id, organization_id, is_followed } = told.body;
    changeScreen(cache, told, ({ followed, ...screen }) => {
      const others = followed.filter((each) => each.room_id !== room_id);
      const all = is_followed ? [...others, { room_id, organization_id }] : others;
      return { ...screen, followed: all.sort((one, other) => (one.room_id < other.room_id ? -1 : 1)) };
    });
    void cache.invalidateQueries({ queryKey: digestKey });
    void cache.invalidateQueries({ queryKey: openKey });
  },
};
