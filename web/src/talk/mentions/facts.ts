/** What was chosen on another device: what of a room calls one. */
import type { Handlers } from "@/platform/facts";
import { changeRow } from "@/talk/rooms/rows";

export const mentionFacts: Handlers<"mentions.notify_chosen"> = {
  "mentions.notify_chosen": (cache, told) => {
    const { room_id, notify } = told.body;
    changeRow(cache, told, room_id, (row) => ({ ...row, notify }));
  },
};
