/** Inviting a whole association: a list is read and judged row by row, and only then is anybody invited. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { FileTrigger } from "react-aria-components";

import type { GuestRow } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { isoWritten } from "@/ui/DayField";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";

import { faultWords } from "./faults";
import { useInviteGuests, useJudge } from "./guests";
import type { InviteProps } from "./InviteOne";
import { textOf } from "./textOf";
import { UntilField } from "./UntilField";

const sample =
  "氏名,ふりがな,会社・団体,メール\n西村 光,にしむら ひかる,みほん通信株式会社,nishimura@example.co.jp\n";

export function InviteList({ room, usualEnd, contact, onHanded }: InviteProps) {
  const { denseDay } = useDates();
  const judge = useJudge(room);
  const invite = useInviteGuests(room);
  const [until, setUntil] = useState(denseDay(fromIso(usualEnd)));
  const rows = judge.data ?? [];
  const fit = rows.filter((row) => row.faults.length === 0);
  const take = async (file: File | undefined) => {
    if (file) judge.mutate(await textOf(file));
  };
  const ends_on = isoWritten(until);
  const go = () => {
    const guests = fit.map(({ name, kana, firm, email }) => ({ name, kana, firm, email }));
    if (ends_on) invite.mutate({ guests, sponsor_id: null, ends_on }, { onSuccess: onHanded });
  };
  return (
    <div className="grid gap-4">
      <div className="grid gap-2 rounded-12 border border-line bg-sunken px-4 py-3">
        <p className="text-small text-firm">
          <Trans>
            1行目に見出し（氏名、ふりがな、会社・団体、メール）を書きます。招待の前に、1行ずつ確かめます。
          </Trans>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <FileTrigger acceptedFileTypes={[".csv", ".txt", ".tsv"]} onSelect={(files) => take(files?.[0])}>
            <Button icon="up" isDisabled={judge.isPending}>
              <Trans>CSV のファイルを選ぶ</Trans>
            </Button>
          </FileTrigger>
          <a
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${sample}`)}`}
            download="ゲストの一覧の見本.csv"
            className="inline-flex min-h-11 items-center text-accent underline"
          >
            <Trans>見本</Trans>
          </a>
        </div>
      </div>
      <Trouble error={judge.error} contact={contact} />
      {rows.length > 0 && (
        <>
          <Rows rows={rows} />
          <UntilField value={until} onChange={setUntil} usualEnd={usualEnd} />
          <Trouble error={invite.error} contact={contact} />
          <div>
            <Button
              look="first"
              icon="invite"
              isDisabled={fit.length === 0 || !ends_on || invite.isPending}
              onPress={go}
            >
              <Trans>{fit.length}人の招待をつくる</Trans>
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Rows({ rows }: { rows: GuestRow[] }) {
  const { t } = useLingui();
  const wrong = rows.filter((row) => row.faults.length > 0).length;
  return (
    <section aria-label={t`一覧を確かめた結果`} className="grid gap-2">
      <p role="status" className="font-bold">
        {wrong === 0 ? (
          <Trans>{rows.length}人とも招待できます。</Trans>
        ) : (
          <Trans>
            {rows.length}人のうち、{wrong}人は直すところがあります。直すところのある人は招待しません。
          </Trans>
        )}
      </p>
      <ul className="max-h-72 overflow-y-auto rounded-8 border border-line">
        {rows.map((row) => (
          <li key={row.row} className="grid gap-0.5 border-b border-line px-3 py-2 last:border-b-0">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-name font-bold">{row.name || t`（氏名なし）`}</span>
              <span className="text-small text-soft">{row.firm}</span>
              <span className="text-small text-soft wrap-anywhere">{row.email}</span>
            </span>
            {row.faults.map((fault) => (
              <span key={`${fault.field} ${fault.code}`} className="flex gap-1.5 text-small text-danger">
                <Icon name="alert" size={18} />
                {faultWords(row, fault)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
