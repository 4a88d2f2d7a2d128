/** What sponsors are told about their guests: it stands on the first screen, and lists of guests are read anew. */
import type { Handlers } from "@/platform/facts";
import { changeScreen } from "@/talk/rooms/rows";

import { withEnding } from "./ending";
import { guestsKey } from "./keys";

export const guestFacts: Handlers<"guests.ending"> = {
  "guests.ending": (cache, told) => {
    changeScreen(cache, told, (screen) => ({
      ...screen,
      ending: withEnding(screen.ending, told.body.ending),
    }));
    void cache.invalidateQueries({ queryKey: guestsKey });
  },
};
