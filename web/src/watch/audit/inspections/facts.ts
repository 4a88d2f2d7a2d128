/** What happens to inspections while their list is on the screen: it is asked for again. */
import type { QueryClient } from "@tanstack/react-query";

import type { Handlers } from "@/platform/facts";

import { inspectionsKey } from "./keys";

const askAgain = (cache: QueryClient) => void cache.invalidateQueries({ queryKey: inspectionsKey });

export const inspectionFacts: Handlers<
  | "inspections.asked"
  | "inspections.approved"
  | "inspections.refused"
  | "inspections.withdrawn"
  | "inspections.lapsed"
  | "inspections.read"
  | "inspections.ended"
> = {
  "inspections.asked": askAgain,
  "inspections.approved": askAgain,
  "inspections.refused": askAgain,
  "inspections.withdrawn": askAgain,
  "inspections.lapsed": askAgain,
  "inspections.read": askAgain,
  "inspections.ended": askAgain,
};
