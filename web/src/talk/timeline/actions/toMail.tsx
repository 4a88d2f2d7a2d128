/** メールの下書きへ: the words leave the room as the draft of a mail. Guests take nothing out (GUEST-1). */
import { msg } from "@lingui/core/macro";
import { lazy } from "react";

import type { Action } from "./action";

const MailDialog = lazy(() => import("./MailDialog").then((file) => ({ default: file.MailDialog })));

export const toMail: Action = {
  name: "toMail",
  icon: "unread",
  says: msg`メールの下書きへ`,
  isOffered: ({ message, room, me }) =>
    message.parts.length > 0 && room.people[me.account_id]?.kind !== "guest",
  Asks: MailDialog,
};
