/** The six figures of a difference: how many of each kind, in the order of the picture. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { RosterCounts } from "@/generated/wire";

export function Figures({ counts, isOfUnits }: { counts: RosterCounts; isOfUnits: boolean }) {
  const { t } = useLingui();
  const unit = isOfUnits ? t`件` : t`人`;
  return (
    <dl className="grid grid-cols-2 gap-3 mid:grid-cols-3 wide:grid-cols-6">
      <Figure says={<Trans>新規</Trans>} count={counts.new} unit={unit} />
      <Figure says={<Trans>変更</Trans>} count={counts.changed} unit={unit} />
      {!isOfUnits && <Figure says={<Trans>異動</Trans>} count={counts.moved} unit={unit} />}
      <Figure says={<Trans>変更なし</Trans>} count={counts.unchanged} unit={unit} />
      <Figure
        says={isOfUnits ? <Trans>表にない所属</Trans> : <Trans>名簿にない職員</Trans>}
        count={counts.missing}
        unit={unit}
      />
      <Figure says={<Trans>エラー</Trans>} count={counts.error} unit={t`行`} isWrong={counts.error > 0} />
    </dl>
  );
}

interface Props {
  says: ReactNode;
  count: number;
  unit: string;
  isWrong?: boolean;
}

function Figure({ says, count, unit, isWrong = false }: Props) {
  return (
    <div
      className={`rounded-12 border px-4 py-2.5 ${isWrong ? "border-2 border-danger bg-danger-soft text-danger" : "border-line"}`}
    >
      <dt className={`text-small ${isWrong ? "font-bold" : "text-firm"}`}>{says}</dt>
      <dd className="figures text-[1.75rem] leading-130 font-bold">
        {count.toLocaleString("ja-JP")}
        <span className="ml-0.5 text-small font-normal">{unit}</span>
      </dd>
    </div>
  );
}
