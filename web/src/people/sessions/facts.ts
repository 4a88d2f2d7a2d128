/** What facts about sign-ins do to the page. One's own end also closes the line, and the line says so. */
import type { QueryClient } from "@tanstack/react-query";

import { sessionsQuery } from "@/people/sessions/sessions";
import type { Handlers } from "@/platform/facts";

const lookAgain = (cache: QueryClient) => void cache.invalidateQueries(sessionsQuery);

export const sessionFacts: Handlers<"sessions.began" | "sessions.ended"> = {
  "sessions.began": lookAgain,
  "sessions.ended": lookAgain,
};
