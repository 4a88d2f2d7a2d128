/** はじめてのパスワード（用紙）: who waits for one, whom to give one, and the sheets themselves once they are issued. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Issued, SlipPage, Stage, WhomBody } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { SearchBox } from "@/ui/SearchBox";
import { howMany, nothingChosen, type Selection } from "@/ui/wide/selection";

import { Asking } from "./Asking";
import { Preview } from "./Preview";
import { Stages } from "./Stages";
import { everybody, useWaiting } from "./slips";
import { WaitingTable } from "./WaitingTable";

interface Props {
  contact: string;
  /** Who was chosen elsewhere: in the table of people, or by an import. */
  chosen?: WhomBody | undefined;
}

export function SlipsScreen({ contact, chosen }: Props) {
  const { t } = useLingui();
  const [query, look] = useState("");
  const [stage, narrow] = useState<Stage | null>(null);
  const [selection, select] = useState<Selection>(nothingChosen);
  const [whom, ask] = useState<WhomBody | null>(chosen ?? null);
  const [issued, show] = useState<Issued | null>(null);
  const list = useWaiting(query, stage);
  const first = list.data?.pages[0];
  const total = totalOf(list.data?.pages ?? [], query, stage);
  const many = howMany(selection, total);
  const waiting = first && sum(first.counts, null) - first.counts.signed_in;
  const got = (answer: Issued) => {
    ask(null);
    select(nothingChosen);
    show(answer);
  };

  return (
    <main className="flex min-h-0 grow flex-col gap-3 overflow-y-auto p-4 mid:px-7 mid:py-5">
      <header className="grid gap-1">
        <h1 className="text-[1.5rem] leading-150 font-bold">
          <Trans>はじめてのパスワード（用紙）</Trans>
        </h1>
        <p className="max-w-[52em] text-small text-firm">
          <Trans>
            用紙を出すと、新しいパスワードが決まり、その場で一度だけ見えます。前に出した用紙は使えなくなります。パスワードを忘れた職員にも、ここから出し直します。
          </Trans>
        </p>
        <OfUnits units={first?.units} />
      </header>
      {first && <Stages counts={first.counts} chosen={stage} onChoose={narrow} />}
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-60 grow basis-60 mid:max-w-90">
          <SearchBox label={t`氏名、ふりがな、職員番号、所属`} value={query} onChange={look} />
        </div>
        <Button
          look="first"
          isDisabled={many === 0}
          onPress={async () => ask({ kind: "people", ids: await idsOf(selection, query, stage) })}
        >
          {many === 0 ? <Trans>選んだ人に用紙を出す</Trans> : <Trans>選んだ{many}人に用紙を出す</Trans>}
        </Button>
        <ToWhoWaits many={waiting} onPress={() => ask({ kind: "waiting" })} />
      </div>
      <WaitingTable list={list} total={total} selection={selection} onSelect={select} contact={contact} />
      {whom && <Asking whom={whom} contact={contact} onClose={() => ask(null)} onIssued={got} />}
      {issued && <Preview issued={issued} mostPages={first?.most_pages ?? 1000} onLeave={() => show(null)} />}
    </main>
  );
}

/** How far an ITリーダー reaches. */
function OfUnits({ units }: { units: readonly string[] | null | undefined }) {
  if (!units) return null;
  const names = units.join("、");
  return (
    <p className="max-w-[52em] text-small text-firm">
      {units.length === 0 ? (
        <Trans>いまは、ITリーダーを務める所属がありません。</Trans>
      ) : (
        <Trans>
          ITリーダーとして、<b>{names}</b>
          と、その下の所属の職員に用紙を出せます。人数も、その職員の数です。
        </Trans>
      )}
    </p>
  );
}

/** Until it is known how many wait, no number is said. */
function ToWhoWaits({ many, onPress }: { many: number | undefined; onPress: () => void }) {
  return (
    <Button isDisabled={!many} onPress={onPress}>
      {many === undefined ? (
        <Trans>まだログインしていない全員に出す</Trans>
      ) : (
        <Trans>まだログインしていない全員（{many}人）に出す</Trans>
      )}
    </Button>
  );
}

async function idsOf(selection: Selection, query: string, stage: Stage | null): Promise<string[]> {
  return selection.all ? everybody(query, stage) : [...selection.ids];
}

/** How many rows the list speaks of. While words are looked for, only those that have come are known. */
function totalOf(pages: readonly SlipPage[], query: string, stage: Stage | null): number {
  const [first] = pages;
  if (!first) return 0;
  return query ? pages.flatMap((page) => page.people).length : sum(first.counts, stage);
}

function sum(counts: Record<Stage, number>, stage: Stage | null): number {
  return stage ? counts[stage] : Object.values(counts).reduce((all, each) => all + each, 0);
}
