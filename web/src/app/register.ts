/** What links may say: the addresses of the router, and what goes along with a step in the history. */
import type { WhomBody } from "@/generated/wire";

import type { router } from "./router";

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The room was opened from the list: back leads there. */
    fromList?: boolean;
    /** The table of people opens with those of this group. */
    peopleOf?: string;
    /** Slips are wanted for these people. */
    slipsFor?: WhomBody;
  }
}
