/** 編集前の文: what one's own message said before. */
import { msg } from "@lingui/core/macro";

import type { Action } from "./action";
import { VersionsDialog } from "./VersionsDialog";

export const versions: Action = {
  name: "versions",
  icon: "clock",
  says: msg`編集前の文を見る`,
  isOffered: ({ message, me }) => message.author_id === me.account_id && message.edited_at !== null,
  Asks: VersionsDialog,
};
