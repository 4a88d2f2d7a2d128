/** All of a row: who and from where, everything that it names, and its place in the chain. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { AuditDetail } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { useEntry } from "./audit";
import { personOf } from "./columns";
import { kinds, zones } from "./words";

interface Props {
  number: number;
  contact: string;
  onClose: () => void;
}

export function EntryDialog({ number, contact, onClose }: Props) {
  const { t } = useLingui();
  const found = useEntry(number);
  const shown = number.toLocaleString("ja-JP");
  return (
    <Dialog wide isOpen title={<Trans>記録 {shown}件目</Trans>} onClose={onClose}>
      <DialogBody>
        {found.isPending && <Waiting says={t`記録を読み込んでいます`} />}
        {found.isError && (
          <NotRead
            title={<Trans>この記録を読み込めませんでした。</Trans>}
            contact={contact}
            onAgain={() => found.refetch()}
          />
        )}
        {found.data && <Whole entry={found.data} />}
      </DialogBody>
    </Dialog>
  );
}

function Whole({ entry }: { entry: AuditDetail }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-2.5 break-words mid:grid-cols-[max-content_minmax(0,1fr)]">
      <What entry={entry} />
      <Who entry={entry} />
      {entry.things.length > 0 && <Things entry={entry} />}
      {entry.facts.length > 1 && <Facts entry={entry} />}
      <Place entry={entry} />
    </dl>
  );
}

function What({ entry }: { entry: AuditDetail }) {
  const { t } = useLingui();
  const times = entry.times.toLocaleString("ja-JP");
  return (
    <>
      <Line head={t`行い`}>{entry.says}</Line>
      <Line head={t`結果`}>{entry.outcome === "refused" ? t`断られた` : t`行った`}</Line>
      {entry.times > 1 && <Line head={t`回数`}>{t`${times}回（1分間をまとめて数えたもの）`}</Line>}
      {entry.reason && (
        <Line head={t`理由`}>
          <AsTyped>{entry.reason}</AsTyped>
        </Line>
      )}
      {entry.action && <Code head={t`断った操作`}>{entry.action}</Code>}
    </>
  );
}

function Who({ entry }: { entry: AuditDetail }) {
  const { t, i18n } = useLingui();
  const { detailTime } = useDates();
  const kind = kinds[entry.account_kind];
  const person = personOf(t`ログイン前の人`, t`サーバー（時刻で動く処理か、サーバーでの命令）`)(entry);
  const zone = entry.zone ? i18n._(zones[entry.zone]) : "";
  return (
    <>
      <Line head={t`日時`}>{detailTime(entry.at)}</Line>
      <Line head={t`した人`}>
        <AsTyped>{person}</AsTyped>
        {kind && `（${i18n._(kind)}）`}
      </Line>
      <Line head={t`どこから`}>{[zone, entry.address ?? ""].filter(Boolean).join(" ") || "—"}</Line>
    </>
  );
}

function Facts({ entry }: { entry: AuditDetail }) {
  const { t } = useLingui();
  return (
    <Line head={t`この操作でしたこと`}>
      <ul>
        {entry.facts.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row never changes.
          <li key={at}>{fact.says}</li>
        ))}
      </ul>
    </Line>
  );
}

/** What can be told to whoever looks after the machine, and with what the chain is looked through. */
function Place({ entry }: { entry: AuditDetail }) {
  const { t } = useLingui();
  return (
    <>
      {entry.request_id && <Code head={t`受付番号`}>{entry.request_id}</Code>}
      <Code head={t`記録の種類`}>{entry.kind}</Code>
      <Code head={t`この記録の要約`}>{entry.hash}</Code>
      {entry.before && <Code head={t`前の記録の要約`}>{entry.before}</Code>}
    </>
  );
}

function Things({ entry }: { entry: AuditDetail }) {
  const { t } = useLingui();
  const said: Record<string, string> = {
    account: t`職員`,
    room: t`ルーム`,
    message: t`メッセージ`,
    organization: t`組織`,
    department: t`所属`,
  };
  return (
    <Line head={t`対象`}>
      <ul className="grid gap-1">
        {entry.things.map(({ kind, id, name }) => (
          <li key={`${kind} ${id}`}>
            {said[kind] ?? kind} <AsTyped>{name}</AsTyped>{" "}
            <span className="figures text-small break-all text-soft">{id}</span>
          </li>
        ))}
      </ul>
    </Line>
  );
}

function Line({ head, children }: { head: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-small text-soft mid:pt-0.5">{head}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Code({ head, children }: { head: string; children: string }) {
  return (
    <Line head={head}>
      <span className="figures text-small break-all">{children}</span>
    </Line>
  );
}
