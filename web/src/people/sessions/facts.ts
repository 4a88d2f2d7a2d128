/** What facts about sign-ins do to the page. One's own end also closes the line, and the line says so. */
import type { QueryClient } from "@tanstack/react-query";

import { sessionsQuery } from "@/people/sessions/sessions";
import type { Handlers } from "@/platform/facts";

const lookAgain = (cache: QueryClient) => void cache.invalidateQueries(sessionsQuery);

type Name =
  | "sessions.began"
  | "sessions.ended"
  | "sessions.locked"
  | "sessions.unlocked"
  | "second_factor.set_up"
  | "second_factor.gone"
  | "second_factor.recovery_drawn"
  | "second_factor.recovery_used"
  | "sessions.blocked";

export const sessionFacts: Handlers<Name> = {
  "sessions.began": lookAgain,
  "sessions.ended": lookAgain,
  "sessions.locked": lookAgain,
  "sessions.unlocked": lookAgain,
  "second_factor.set_up": lookAgain,
  "second_factor.gone": lookAgain,
  "second_factor.recovery_drawn": lookAgain,
  "second_factor.recovery_used": lookAgain,
  "sessions.blocked": lookAgain,
};
