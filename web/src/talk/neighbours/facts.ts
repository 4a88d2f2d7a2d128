/** What was chosen on another device about being found by other bodies. */
import type { Handlers } from "@/platform/facts";

import { findableKey } from "./keys";

export const neighbourFacts: Handlers<"neighbours.findable_changed"> = {
  "neighbours.findable_changed": (cache) => {
    void cache.invalidateQueries({ queryKey: findableKey });
  },
};
