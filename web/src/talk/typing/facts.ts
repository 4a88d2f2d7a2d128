/** What it does to the page that somebody writes: nothing that is held, only a line for some seconds. */
import type { SignalHandlers } from "@/platform/live";
import { screenIn } from "@/talk/rooms/rows";

import { heard } from "./writers";

export const typingSignals: Pick<SignalHandlers, "typing.writes"> = {
  "typing.writes": (cache, { room_id, account_id }) => {
    // My own other devices look at the room, too. Before the first screen is read nobody knows whose they are.
    const me = screenIn(cache)?.me.account_id;
    if (me && account_id !== me) heard(room_id, account_id);
  },
};
