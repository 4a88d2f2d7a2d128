/** What becomes of the rooms in which one still reads: which they are stands at once, the rest is read anew. */
import type { Handlers } from "@/platform/facts";
import { changeScreen } from "@/talk/rooms/rows";

import { formerKey, formerRoomKey } from "./former";

export const departmentFacts: Handlers<
  "department_rooms.handover_begun" | "department_rooms.handover_ended"
> = {
  "department_rooms.handover_begun": (cache, told) => {
    const { room_id, organization_id, last_day } = told.body;
    changeScreen(cache, told, ({ handovers, ...screen }) => {
      const others = handovers.filter((each) => each.room_id !== room_id);
      const all = [...others, { room_id, organization_id, last_day }];
      const place = (each: (typeof all)[number]) => each.last_day + each.room_id;
      return { ...screen, handovers: all.sort((one, other) => (place(one) < place(other) ? -1 : 1)) };
    });
    void cache.invalidateQueries({ queryKey: formerKey });
  },
  "department_rooms.handover_ended": (cache, told) => {
    const { room_id } = told.body;
    changeScreen(cache, told, (screen) => ({
      ...screen,
      handovers: screen.handovers.filter((each) => each.room_id !== room_id),
    }));
    void cache.invalidateQueries({ queryKey: formerKey });
    void cache.resetQueries({ queryKey: formerRoomKey(room_id) });
  },
};
