/** Who may write to one was decided on another device, or by an administrator. */
import type { Handlers } from "@/platform/facts";

import { postsKey } from "./keys";

export const specialPostFacts: Handlers<"special_posts.limited"> = {
  "special_posts.limited": (cache) => {
    void cache.invalidateQueries({ queryKey: postsKey });
  },
};
