/** What becomes of messages with a time, here or on another device. */
import { change, type Handlers } from "@/platform/facts";

import { scheduledKey, type Waiting, withScheduled } from "./scheduled";

export const scheduledFacts: Handlers<"scheduled.changed"> = {
  "scheduled.changed": (cache, told) => {
    const { scheduled_id, scheduled } = told.body;
    change<Waiting>(cache, scheduledKey, told, (waiting) => withScheduled(waiting, scheduled_id, scheduled));
  },
};
