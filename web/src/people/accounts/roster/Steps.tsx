/** Where one stands among the four steps, and what has been done. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Icon } from "@/ui/Icon";

export type Step = 1 | 2 | 3 | 4;

export function Steps({ at }: { at: Step }) {
  const { t } = useLingui();
  const steps: readonly { step: Step; says: ReactNode }[] = [
    { step: 1, says: <Trans>ファイルを選ぶ</Trans> },
    { step: 2, says: <Trans>列を合わせる</Trans> },
    { step: 3, says: <Trans>内容を確かめる</Trans> },
    { step: 4, says: <Trans>取り込む</Trans> },
  ];
  return (
    <ol aria-label={t`手順`} className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small">
      {steps.map(({ step, says }) => (
        <li
          key={step}
          aria-current={step === at ? "step" : undefined}
          className={`flex items-center gap-2 ${step === at ? "font-bold text-ink" : "text-soft"}`}
        >
          <Mark step={step} at={at} />
          {says}
        </li>
      ))}
    </ol>
  );
}

function Mark({ step, at }: { step: Step; at: Step }) {
  const { t } = useLingui();
  const isDone = step < at;
  const look = isDone
    ? "border-safe text-safe"
    : step === at
      ? "border-transparent bg-accent text-on-accent forced-colors:border-double forced-colors:border-4"
      : "border-edge text-soft";
  return (
    <span
      className={`figures grid size-8 shrink-0 place-items-center rounded-full border-2 font-bold ${look}`}
    >
      {isDone ? <Icon name="check" size={16} /> : step}
      {isDone && <span className="sr-only">{t`済み`}</span>}
    </span>
  );
}
