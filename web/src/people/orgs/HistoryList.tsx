/** What was done to a person or a unit: when, by whom, and each field before and after, the newest first. */

import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { UseQueryResult } from "@tanstack/react-query";

import type { History, HistoryLine } from "@/generated/wire";
import { wallClock } from "@/kit/days";
import { dense } from "@/kit/eras";
import { fullName } from "@/kit/names";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

const kinds: Record<string, MessageDescriptor> = {
  added: msg`加えました`,
  created: msg`加えました`,
  changed: msg`内容を変えました`,
  moved: msg`所属を変えました`,
  closed: msg`廃止しました`,
  reopened: msg`廃止を取り消しました`,
  suspended: msg`利用を止めました`,
  restored: msg`利用を元に戻しました`,
  removed: msg`利用を終えました`,
  roles: msg`役割を変えました`,
  rights: msg`権限を変えました`,
  password_reset: msg`初回パスワードを発行しました`,
  password_chosen: msg`パスワードを決めました`,
  second_set_up: msg`二要素認証を設定しました`,
  second_changed: msg`二要素認証を別の端末に変えました`,
  second_off: msg`二要素認証をやめました`,
  second_reset: msg`二要素認証を取り消しました`,
  recovery_drawn: msg`復旧コードを出し直しました`,
  recovery_used: msg`復旧コードを使いました`,
  correction_asked: msg`訂正を申し出ました`,
};

const fields: Record<string, MessageDescriptor> = {
  name: msg`名前`,
  words: msg`申出の内容`,
  reason: msg`理由`,
  short_name: msg`略称`,
  kind: msg`種別`,
  code: msg`所属コード`,
  place: msg`場所`,
  floor: msg`階`,
  extension: msg`内線`,
  parent: msg`上の所属`,
  position: msg`並び順`,
  successor: msg`移した先`,
  login_id: msg`職員番号`,
  family: msg`姓`,
  given: msg`名`,
  kana: msg`ふりがな`,
  email: msg`メール`,
  employment_type: msg`任用形態`,
  job_title: msg`職名`,
  display_order: msg`表示順`,
  ends_on: msg`利用の最終日`,
  group_id: msg`アカウント管理グループ`,
  posts: msg`所属`,
  department: msg`所属`,
  concurrent: msg`兼務`,
  status: msg`利用`,
  roles: msg`役割`,
  it_leader: msg`ITリーダー`,
  department_account: msg`所属アカウント`,
};

/** A field of the body's own that is there no more. */
const gone = msg`外した項目`;

const values: Record<string, MessageDescriptor> = {
  regular: msg`正規`,
  reappointed: msg`再任用`,
  fixed_term: msg`会計年度`,
  special_post: msg`特別職`,
  other: msg`その他`,
  active: msg`利用中`,
  suspended: msg`停止中`,
  removed: msg`利用終了`,
  owner: msg`所有者`,
  administrator: msg`管理者`,
  auditor: msg`監査担当`,
  member: msg`職員`,
  served: msg`席のない人`,
  true: msg`できる`,
  false: msg`できない`,
};

interface Props {
  history: UseQueryResult<History>;
  contact: string;
  /** Names of fields that the body itself has added, by how a line calls them. */
  names?: Readonly<Record<string, string>>;
}

export function HistoryList({ history, contact, names = {} }: Props) {
  const { t } = useLingui();
  if (history.isPending) return <Waiting says={t`履歴を読み込んでいます`} />;
  if (history.isError) {
    return (
      <NotRead
        title={<Trans>履歴を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => history.refetch()}
      />
    );
  }
  const { changes, people, next } = history.data;
  if (changes.length === 0) return <Notice title={<Trans>まだ変更はありません。</Trans>} />;
  return (
    <>
      <ol className="divide-y divide-line rounded-8 border border-line">
        {changes.map((line) => {
          const by = line.by ? people[line.by] : undefined;
          return <Line key={line.change_id} line={line} by={by ? fullName(by) : null} names={names} />;
        })}
      </ol>
      {next && (
        <p className="text-small text-soft">
          <Trans>新しい50件を表示しています。</Trans>
        </p>
      )}
    </>
  );
}

interface LineProps {
  line: HistoryLine;
  by: string | null;
  names: Readonly<Record<string, string>>;
}

function Line({ line, by, names }: LineProps) {
  const { t, i18n } = useLingui();
  const say: Say = (message) => i18n._(message);
  const kind = kinds[line.kind];
  const changed = [...new Set([...Object.keys(line.before), ...Object.keys(line.after)])];
  return (
    <li className="grid gap-1 px-3 py-2.5 text-small">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <time dateTime={line.at} className="figures text-soft">
          {moment(line.at)}
        </time>
        <span className="font-name font-bold">{by ?? t`名簿の取込み`}</span>
        <span>{kind ? say(kind) : line.kind}</span>
      </p>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3">
        {changed.map((field) => (
          <div key={field} className="contents">
            <dt className="text-soft">{names[field] ?? label(field, say)}</dt>
            <dd>
              {words(line.before[field], say)} → {words(line.after[field], say)}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

type Say = (message: MessageDescriptor) => string;

function label(field: string, say: Say): string {
  const known = field.startsWith("profile.") ? gone : fields[field];
  return known ? say(known) : field;
}

function words(value: unknown, say: Say): string {
  if (Array.isArray(value)) return value.map((one) => words(one, say)).join("、") || "—";
  if (value === null || value === undefined || value === "") return "—";
  const known = values[String(value)];
  return known ? say(known) : String(value);
}

function moment(at: string): string {
  const clock = wallClock(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${dense(clock)} ${two(clock.hour)}:${two(clock.minute)}`;
}
