/** The fourth step, and every import afterwards: what it changed, the way to the slips, and taking it back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import type { RosterImport } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { Question } from "@/ui/Question";
import { Waiting } from "@/ui/Waiting";

import { Tally } from "./PastImports";
import { NoImport, RosterPage, Trouble } from "./RosterPage";
import { importQuery, useUndo } from "./roster";

export function ImportDone({ importId, contact }: { importId: string; contact: string }) {
  const { t } = useLingui();
  const done = useQuery(importQuery(importId));
  const subject = done.data?.subject === "units" ? "units" : "people";
  return (
    <RosterPage at={4} subject={subject} about={done.data?.file_name}>
      {done.isPending && <Waiting says={t`取込みを読み込んでいます`} />}
      {done.isError && <NoImport error={done.error} contact={contact} onAgain={() => done.refetch()} />}
      {done.data && <Result done={done.data} contact={contact} />}
    </RosterPage>
  );
}

function Result({ done, contact }: { done: RosterImport; contact: string }) {
  const waits = done.undone_at === null && done.subject === "people" ? (done.counts.new ?? 0) : 0;
  return (
    <>
      <WhatWasDone done={done} />
      {waits > 0 && <Slips count={waits} importId={done.import_id} />}
      {done.may_undo && <Undo done={done} contact={contact} />}
      <p>
        <Link to="/admin/roster" className="inline-flex min-h-11 items-center text-accent">
          <Trans>取込みの最初の画面へ</Trans>
        </Link>
      </p>
    </>
  );
}

function WhatWasDone({ done }: { done: RosterImport }) {
  const { detailTime } = useDates();
  const isUndone = done.undone_at !== null;
  const look = isUndone ? "border-line bg-sunken" : "border-safe-line bg-safe-soft";
  return (
    <div className={`grid gap-2 rounded-12 border px-5 py-4 ${look}`}>
      <p className={`flex items-center gap-2 text-lead font-bold ${isUndone ? "" : "text-safe"}`}>
        <Icon name={isUndone ? "refresh" : "check"} size={24} />
        {isUndone ? <Trans>取込みを元に戻しました。</Trans> : <Trans>取り込みました。</Trans>}
      </p>
      <p className="figures">
        <Tally counts={done.counts} isOfUnits={done.subject === "units"} />
      </p>
      <p className="figures text-small text-firm">
        {detailTime(done.at)}　<span className="font-name">{done.by_name || <Trans>コマンド</Trans>}</span>
      </p>
    </div>
  );
}

function Slips({ count, importId }: { count: number; importId: string }) {
  const said = count.toLocaleString("ja-JP");
  return (
    <p className="text-pretty">
      <Trans>
        新しい職員{said}人には、まだ最初のパスワードがありません。
        <Link
          to="/admin/slips"
          state={{ slipsFor: { kind: "import", ids: [importId] } }}
          className="text-accent underline"
        >
          「はじめてのパスワード」
        </Link>
        で用紙を出して、本人に渡してください。
      </Trans>
    </p>
  );
}

function Undo({ done, contact }: { done: RosterImport; contact: string }) {
  const { t } = useLingui();
  const { detailTime } = useDates();
  const undo = useUndo(done.import_id);
  const [isAsked, ask] = useState(false);
  const act = () => {
    ask(false);
    undo.mutate();
  };
  return (
    <section className="grid justify-items-start gap-2">
      <Trouble error={undo.error} contact={contact} />
      <Button icon="refresh" isDisabled={undo.isPending} onPress={() => ask(true)}>
        {undo.isPending ? <Trans>元に戻しています</Trans> : <Trans>元に戻す</Trans>}
      </Button>
      <p className="text-pretty text-small text-soft">
        <Trans>
          {detailTime(done.undo_until)}
          まで、元に戻せます。そのあとでログインした人や、ルームに入った人、変わった人がいると、元に戻せません。
        </Trans>
      </p>
      <Question
        isOpen={isAsked}
        title={<Trans>この取込みを元に戻しますか？</Trans>}
        act={t`元に戻す`}
        keep={t`やめる`}
        onKeep={() => ask(false)}
        onAct={act}
      >
        <p>
          <Trans>
            新しい職員{(done.counts.new ?? 0).toLocaleString("ja-JP")}
            人は使えなくなり、変わったところは取り込む前に戻ります。もう一度取り込むこともできます。
          </Trans>
        </p>
      </Question>
    </section>
  );
}
