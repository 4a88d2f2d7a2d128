/** The yes at the foot of the difference: what happens to those who are missing, how far it is, and a second question. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import type { RosterCounts } from "@/generated/wire";
import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Question } from "@/ui/Question";

import { OtherFile } from "./Columns";
import { Bar } from "./FileChooser";
import { Trouble } from "./RosterPage";
import { draftQuery, progressQuery, useTakeOver } from "./roster";

interface Props {
  draftId: string;
  counts: RosterCounts;
  isOfUnits: boolean;
  contact: string;
}

export function TakeOver({ draftId, counts, isOfUnits, contact }: Props) {
  const [isStopping, stop] = useState(false);
  const take = useTaking(draftId);
  const stoppable = counts.stoppable;
  const { acts, isSomething, isReady } = acted(counts, isStopping ? stoppable : 0);
  return (
    <div className="z-5 grid grid-cols-1 gap-2 border-t border-line bg-surface py-3 mid:sticky mid:bottom-0 short:static">
      {stoppable > 0 && <StopMissing count={stoppable} isChosen={isStopping} onChoose={stop} />}
      {take.isRunning ? <HowFar draftId={draftId} /> : <Trouble error={take.trouble} contact={contact} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {counts.error === 0 && <WhatItMeans isSomething={isSomething} />}
        <OtherFile draftId={draftId} />
        <Button look="first" isDisabled={!isReady || take.isRunning} onPress={() => take.run(isStopping, 0)}>
          <Act count={acts} isOfUnits={isOfUnits} />
        </Button>
      </div>
      <SecondQuestion
        count={take.asked}
        onKeep={take.keep}
        onAct={() => take.run(isStopping, take.asked ?? 0)}
        busy={take.isRunning}
      />
    </div>
  );
}

/** How many are changed, whether anything is, and whether nothing stands in the way. */
function acted(counts: RosterCounts, stopping: number) {
  const { new: added, changed, moved, new_units, changed_units, error } = counts;
  const acts = added + changed + moved + stopping;
  const isSomething = acts + new_units + changed_units > 0;
  return { acts, isSomething, isReady: error === 0 && isSomething };
}

function WhatItMeans({ isSomething }: { isSomething: boolean }) {
  return (
    <p className="mr-auto text-pretty text-small text-soft">
      {isSomething ? (
        <Trans>取込みは一括です。24時間以内で、まだ何も変わっていなければ元に戻せます。</Trans>
      ) : (
        <Trans>変わるところがありません。取り込む必要はありません。</Trans>
      )}
    </p>
  );
}

function Act({ count, isOfUnits }: { count: number; isOfUnits: boolean }) {
  const said = count.toLocaleString("ja-JP");
  if (isOfUnits) return <Trans>{said}件の変更を取り込む</Trans>;
  return <Trans>{said}人の変更を取り込む</Trans>;
}

/** Taking over: it is asked again when many would be stopped, and an answer that got lost is looked for. */
function useTaking(draftId: string) {
  const navigate = useNavigate();
  const take = useTakeOver(draftId);
  const draft = useQuery({ ...draftQuery(draftId), enabled: false });
  const [asked, ask] = useState<number | null>(null);
  const arrive = (importId: string | null | undefined) =>
    importId && navigate({ to: "/admin/roster/imports/$importId", params: { importId }, replace: true });
  const fail = async (error: unknown) => {
    if (isQuestion(error)) ask(Number(error.details.count));
    else if (!(error instanceof Refusal)) arrive((await draft.refetch()).data?.import_id);
  };
  const run = (stop_missing: boolean, confirmed: number) => {
    ask(null);
    take.mutate(
      { stop_missing, confirmed },
      { onSuccess: ({ import_id }) => arrive(import_id), onError: fail },
    );
  };
  const trouble = isQuestion(take.error) ? null : take.error;
  return { run, asked, keep: () => ask(null), isRunning: take.isPending, trouble };
}

function isQuestion(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === "accounts.roster_many_stopped";
}

interface StopProps {
  count: number;
  isChosen: boolean;
  onChoose: (chosen: boolean) => void;
}

function StopMissing({ count, isChosen, onChoose }: StopProps) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        className="size-5 accent-accent"
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <Trans>名簿にない職員（{count.toLocaleString("ja-JP")}人）の利用を止める</Trans>
    </label>
  );
}

function HowFar({ draftId }: { draftId: string }) {
  const { t } = useLingui();
  const { data } = useQuery(progressQuery(draftId, true));
  const share = data && data.of > 0 && data.step === "writing" ? (data.done / data.of) * 100 : null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="font-bold">
        {data?.step === "writing" ? <Trans>書き込んでいます</Trans> : <Trans>もう一度確かめています</Trans>}
      </p>
      <Bar label={t`取込み`} value={share} />
    </div>
  );
}

interface QuestionProps {
  count: number | null;
  busy: boolean;
  onKeep: () => void;
  onAct: () => void;
}

function SecondQuestion({ count, busy, onKeep, onAct }: QuestionProps) {
  const { t } = useLingui();
  const said = (count ?? 0).toLocaleString("ja-JP");
  return (
    <Question
      isOpen={count !== null}
      title={<Trans>{said}人の利用を止めますか？</Trans>}
      act={t`止めて取り込む`}
      keep={t`やめる`}
      busy={busy}
      onKeep={onKeep}
      onAct={onAct}
    >
      <p>
        <Trans>
          職員の1割を超える人数です。止めた人は、すぐに使えなくなります。24時間以内なら、取込みを元に戻すと、もう一度使えるようになります。
        </Trans>
      </p>
    </Question>
  );
}
