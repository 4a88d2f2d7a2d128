/** 編集: one's own message is put right where it stands. */
import { msg } from "@lingui/core/macro";

import type { Action } from "./action";
import { mayEdit } from "./mayEdit";

export const edit: Action = {
  name: "edit",
  icon: "pencil",
  says: msg`編集`,
  isOffered: ({ message, room, me }) => message.author_id === me.account_id && mayEdit(message, room),
  act: ({ message }, hands) => hands.edit(message),
};
