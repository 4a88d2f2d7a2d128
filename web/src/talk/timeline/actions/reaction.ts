/** リアクション: a sign under the message, chosen from six. */
import { msg } from "@lingui/core/macro";
import { lazy } from "react";

import type { Action } from "./action";

export const reaction: Action = {
  name: "reaction",
  icon: "smile",
  says: msg`リアクション`,
  inBar: true,
  isOffered: ({ room, me, message }) =>
    !me.switched_off.includes("reactions") &&
    room.rules.reactions &&
    !room.room.is_archived &&
    message.parts.length > 0,
  Asks: lazy(() => import("./PickReaction").then((file) => ({ default: file.PickReaction }))),
};
