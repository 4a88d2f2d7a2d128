/** What happens to packs while their list is on the screen: it is asked for again. */
import type { QueryClient } from "@tanstack/react-query";

import type { Handlers } from "@/platform/facts";

import { packsKey } from "./keys";

const askAgain = (cache: QueryClient) => void cache.invalidateQueries({ queryKey: packsKey });

export const packFacts: Handlers<
  "audit_packs.asked" | "audit_packs.made" | "audit_packs.failed" | "audit_packs.taken" | "audit_packs.ended"
> = {
  "audit_packs.asked": askAgain,
  "audit_packs.made": askAgain,
  "audit_packs.failed": askAgain,
  "audit_packs.taken": askAgain,
  "audit_packs.ended": askAgain,
};
