/** The words of the audit log on the screen. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

import type { AuditGroup, AuditTrouble } from "@/generated/wire";

export const groups: Record<AuditGroup, MessageDescriptor> = {
  sessions: msg`ログインと離席`,
  people: msg`職員と権限`,
  orgs: msg`組織`,
  settings: msg`団体の設定`,
  rooms: msg`ルームと入る人`,
  messages: msg`メッセージ`,
  exports: msg`書き出しと印刷`,
  inspections: msg`ルームの閲覧`,
  audit: msg`監査の記録そのもの`,
};

export const zones = { lgwan: msg`LGWAN`, internet: msg`インターネット` };

export const kinds: Record<string, MessageDescriptor> = {
  member: msg`職員`,
  guest: msg`ゲスト`,
  bot: msg`ボット`,
  department: msg`所属のアカウント`,
};

/** What the row that is wrong is called by: its number stands in the sentence. */
export const troubles: Record<AuditTrouble, (number: string) => MessageDescriptor> = {
  archive: (number) => msg`${number}件目からの記録を移したファイルがないか、書き換えられています。`,
  missing: (number) => msg`${number}件目がありません。`,
  changed: (number) => msg`${number}件目が書き換えられているか、並べ替えられています。`,
  cut: (number) => msg`${number}件目から後が切り取られています。`,
  beyond: (number) => msg`${number}件目が、あとから付け足されています。`,
  otherwise: (number) => msg`${number}件目までが、控えておいた要約と違います。`,
  forged: (number) => msg`控えのファイルの${number}行目が、ここで書かれたものではありません。`,
  untold: () => msg`行われたのに、記録のない操作があります。`,
};
