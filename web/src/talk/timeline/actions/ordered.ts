/** Every action there is, in the order in which people know them: 返信・リアクション・転送・あとで見る・お気に入り・コピー・メールの下書き・上に固定・未読にする・送信取消・編集・くわしく. */
import type { Action, Subject } from "./action";
import { copy } from "./copy";
import { copyLink } from "./copyLink";
import { edit } from "./edit";
import { favourite, unfavourite } from "./favourite";
import { later } from "./later";
import { pinToTop, unpin } from "./pinToTop";
import { reaction } from "./reaction";
import { reply } from "./reply";
import { thread } from "./thread";
import { toMail } from "./toMail";
import { unreadFromHere } from "./unreadFromHere";
import { versions } from "./versions";
import { withdraw } from "./withdraw";

const ordered: readonly Action[] = [
  reply,
  reaction,
  thread,
  later,
  favourite,
  unfavourite,
  copy,
  copyLink,
  toMail,
  pinToTop,
  unpin,
  unreadFromHere,
  withdraw,
  edit,
  versions,
];

export function offered(subject: Subject): Action[] {
  return ordered.filter((action) => action.isOffered?.(subject) ?? true);
}
