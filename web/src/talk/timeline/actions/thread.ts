/** やり取りで返信: the answers to this message stand together, in a pane of their own. */
import { msg } from "@lingui/core/macro";

import type { Action } from "./action";

export const thread: Action = {
  name: "thread",
  icon: "talk",
  says: msg`やり取りで返信`,
  isOffered: ({ message, room, inThread }) => room.room.may_post && message.parts.length > 0 && !inThread,
  act: ({ message }, hands) => hands.openThread(message.thread_id ?? message.message_id),
};
