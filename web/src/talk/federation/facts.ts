/** What a body is told of its parts in rooms of others: whoever shows them asks again. */
import type { Handlers } from "@/platform/facts";

import { partsKey } from "./keys";

export const federationFacts: Handlers<"federation.parts_changed"> = {
  "federation.parts_changed": (cache) => {
    void cache.invalidateQueries({ queryKey: partsKey });
  },
};
