/** Every action there is, in the order in which people know them: 返信・リアクション・転送・あとで見る・コピー・上に固定・送信取消・編集・くわしく. */
import type { Action, Subject } from "./action";
import { copy } from "./copy";
import { copyLink } from "./copyLink";
import { edit } from "./edit";
import { pinToTop, unpin } from "./pinToTop";
import { reaction } from "./reaction";
import { reply } from "./reply";
import { versions } from "./versions";
import { withdraw } from "./withdraw";

const ordered: readonly Action[] = [
  reply,
  reaction,
  copy,
  copyLink,
  pinToTop,
  unpin,
  withdraw,
  edit,
  versions,
];

export function offered(subject: Subject): Action[] {
  return ordered.filter((action) => action.isOffered?.(subject) ?? true);
}
