/** What it does to the page that somebody writes: nothing that is held, only a line for some seconds. */
import type { SignalHandlers } from "@/platform/live";
import { chosenIn } from "@/talk/messages/forWhom";
import { rowIn, screenIn } from "@/talk/rooms/rows";

import { heard } from "./writers";

export const typingSignals: Pick<SignalHandlers, "typing.writes"> = {
  "typing.writes": (cache, { room_id, account_id }) => {
    // My own other devices look at the room, too. Before the first screen is read nobody knows whose they are.
    const me = screenIn(cache)?.me.account_id;
    // A unit writes by whoever sits there for it or has chosen to speak for it, and that may be me.
    const units = [rowIn(cache, room_id)?.held_for, chosenIn(cache, room_id)];
    const isMine = account_id === me || units.includes(account_id);
    if (me && !isMine) heard(room_id, account_id);
  },
};
