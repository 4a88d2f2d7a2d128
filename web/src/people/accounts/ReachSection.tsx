/** 管理 › 声をかけられる範囲: everybody, one's own part of the tree, or units that the body names (ORG-15). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Unit, UnitId } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { useTree } from "./directory";
import { NamedUnits } from "./NamedUnits";
import { type Circle, type Reach, useReach, useSetReach } from "./reach";

export function ReachSection({ contact }: { contact: string }) {
  const { t } = useLingui();
  const reach = useReach();
  const tree = useTree();
  return (
    <main className="min-h-0 grow overflow-y-auto">
      <div className="grid max-w-[46rem] gap-5 px-4 py-5 mid:px-7">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>声をかけられる範囲</Trans>
        </h2>
        <p>
          <Trans>
            職員がルームに加えられる相手を決めます。範囲の外の人も、名簿で探して内線を見ることはできます。管理者には、この範囲は当てはまりません。
          </Trans>
        </p>
        {(reach.isPending || tree.isPending) && <Waiting says={t`いまの範囲を読み込んでいます`} />}
        {(reach.isError || tree.isError) && (
          <NotRead
            title={<Trans>いまの範囲を読み込めませんでした。</Trans>}
            contact={contact}
            onAgain={() => {
              void reach.refetch();
              void tree.refetch();
            }}
          />
        )}
        {reach.data && tree.data && <Rule now={reach.data} units={tree.data.units} contact={contact} />}
      </div>
    </main>
  );
}

function Rule({ now, units, contact }: { now: Reach; units: Unit[]; contact: string }) {
  const { t } = useLingui();
  const [to, setTo] = useState<Circle>(now.to);
  const [named, setNamed] = useState<ReadonlySet<UnitId>>(new Set(now.units));
  const set = useSetReach();
  const isEmpty = to === "units" && named.size === 0;
  return (
    <>
      <Choice
        label={t`だれに声をかけられるか`}
        value={to}
        onChange={setTo}
        choices={[
          { value: "everybody", says: <Trans>団体の全員</Trans> },
          { value: "division", says: <Trans>自分の部の人</Trans> },
          { value: "section", says: <Trans>自分の課の人</Trans> },
          { value: "units", says: <Trans>自分の課と、決めた所属の人</Trans> },
        ]}
      />
      {to === "units" && (
        <NamedUnits
          units={units}
          named={named}
          onChange={setNamed}
          legend={<Trans>だれからでも声をかけられる所属（その下の所属も入ります）</Trans>}
        />
      )}
      {isEmpty && (
        <p className="text-danger">
          <Trans>所属を一つ以上選んでください。</Trans>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="first"
          isDisabled={isEmpty || set.isPending}
          onPress={() => set.mutate({ to, units: to === "units" ? [...named] : [] })}
        >
          <Trans>この範囲にする</Trans>
        </Button>
        <Told error={set.error} isDone={set.isSuccess} contact={contact} />
      </div>
    </>
  );
}

function Told({ error, isDone, contact }: { error: Error | null; isDone: boolean; contact: string }) {
  const { t } = useLingui();
  if (error) {
    return (
      <p role="alert" className="text-danger">
        {error instanceof Refusal
          ? sentenceOf(error, contact)
          : t`通信が切れているため、変わっていません。つながってから、もう一度押してください。`}
      </p>
    );
  }
  return (
    <p role="status" className="text-small text-soft">
      {isDone && <Trans>この範囲になりました。</Trans>}
    </p>
  );
}
