/** 返信: what is written next answers this message. */
import { msg } from "@lingui/core/macro";

import type { Action } from "./action";

export const reply: Action = {
  name: "reply",
  icon: "reply",
  says: msg`返信`,
  isOffered: ({ message, room }) => room.room.may_post && message.parts.length > 0,
  act: ({ message }, hands) => hands.reply(message),
};
