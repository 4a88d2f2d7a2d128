/** What happens to the audit log while it is on the screen: whoever shows it asks again. */
import type { QueryClient } from "@tanstack/react-query";

import type { Handlers } from "@/platform/facts";

import { auditKey } from "./keys";

const askAgain = (cache: QueryClient) => void cache.invalidateQueries({ queryKey: auditKey });

export const auditFacts: Handlers<"audit.exported" | "audit.checked" | "audit.dropped" | "audit.restored"> = {
  "audit.exported": askAgain,
  "audit.checked": askAgain,
  "audit.dropped": askAgain,
  "audit.restored": askAgain,
};
