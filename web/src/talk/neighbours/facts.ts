/** What was chosen, asked and answered on another device, and that somebody of another body has asked or said yes. */
import type { QueryClient } from "@tanstack/react-query";

import type { Handlers } from "@/platform/facts";

import { findableKey, neighboursKey } from "./keys";
import { hearOf } from "./mayBeAsked";

/** None of them says more than that there is something to look at. */
const look = (cache: QueryClient): void => {
  hearOf(cache);
  void cache.invalidateQueries({ queryKey: neighboursKey });
};

export const neighbourFacts: Handlers<
  | "neighbours.findable_changed"
  | "neighbours.asks_changed"
  | "neighbours.asked"
  | "neighbours.withdrawn"
  | "neighbours.accepted"
  | "neighbours.declined"
  | "neighbours.blocked"
  | "neighbours.unblocked"
> = {
  "neighbours.findable_changed": (cache) => {
    void cache.invalidateQueries({ queryKey: findableKey });
    look(cache);
  },
  "neighbours.asks_changed": look,
  "neighbours.asked": look,
  "neighbours.withdrawn": look,
  "neighbours.accepted": look,
  "neighbours.declined": look,
  "neighbours.blocked": look,
  "neighbours.unblocked": look,
};
