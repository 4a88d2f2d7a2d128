/** The words of a person's state, role and 任用形態 on the screen. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export type Words = Record<string, MessageDescriptor>;

export const employments: Words = {
  regular: msg`正規`,
  reappointed: msg`再任用`,
  fixed_term: msg`会計年度`,
  special_post: msg`特別職`,
  other: msg`その他`,
};

export const states: Words = {
  active: msg`利用中`,
  suspended: msg`停止中`,
  removed: msg`利用終了`,
};

export const roles: Words = {
  owner: msg`所有者`,
  administrator: msg`管理者`,
  auditor: msg`監査担当`,
  it_leader: msg`ITリーダー`,
  department_account: msg`所属アカウント`,
  member: msg`職員`,
  served: msg`席のない人`,
};

export const passwords: Words = {
  chosen: msg`本人が決めた`,
  first: msg`用紙を発行済み`,
  none: msg`未発行`,
};

export const hindrances: Words = {
  owner: msg`所有者は所有者だけが変えられます`,
  gone: msg`利用を終えています`,
  own: msg`自分は変えられません`,
  duties: msg`役割があるので、席がいります`,
};

/** As choices of a list, with one for all before them if it is a filter. */
export function choices(
  words: Words,
  say: (message: MessageDescriptor) => string,
  all?: string,
): { value: string; says: string }[] {
  const listed = Object.entries(words).map(([value, word]) => ({ value, says: say(word) }));
  return all === undefined ? listed : [{ value: "", says: all }, ...listed];
}

export function wordOf(
  words: Words,
  key: string | undefined,
  say: (message: MessageDescriptor) => string,
): string {
  const word = key === undefined ? undefined : words[key];
  return word ? say(word) : (key ?? "");
}
