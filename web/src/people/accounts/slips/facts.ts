/** What a password made worthless does to the page of its holder: the line is closed, and the way in stands open. */
import type { Handlers } from "@/platform/facts";

export const slipFacts: Handlers<"slips.password_reset"> = {
  "slips.password_reset": () => {},
};
