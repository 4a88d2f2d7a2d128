/** Who acts for one, named or taken back on another device. Whoever acts is told by their rights being others. */
import type { Handlers } from "@/platform/facts";

import { delegatesKey } from "./keys";

export const delegateFacts: Handlers<"delegates.named" | "delegates.ended" | "delegates.unread_shown"> = {
  "delegates.named": (cache) => {
    void cache.invalidateQueries({ queryKey: delegatesKey });
  },
  "delegates.unread_shown": (cache) => {
    void cache.invalidateQueries({ queryKey: delegatesKey });
  },
  "delegates.ended": (cache) => {
    void cache.invalidateQueries({ queryKey: delegatesKey });
  },
};
