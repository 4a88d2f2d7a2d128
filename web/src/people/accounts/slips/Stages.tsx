/** How many people are where on the way to signing in; pressing one shows only those. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import type { Stage } from "@/generated/wire";

const stages = ["none", "out", "expired", "signed_in"] as const;

interface Props {
  counts: Record<Stage, number>;
  chosen: Stage | null;
  onChoose: (stage: Stage | null) => void;
}

export function Stages({ counts, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const words = useStageWords();
  return (
    <ToggleButtonGroup
      aria-label={t`しぼり込み`}
      selectionMode="single"
      selectedKeys={chosen ? [chosen] : []}
      onSelectionChange={(keys) => onChoose(stages.find((stage) => keys.has(stage)) ?? null)}
      className="grid grid-cols-2 gap-2 mid:grid-cols-4"
    >
      {stages.map((stage) => (
        <ToggleButton
          key={stage}
          id={stage}
          className="grid min-h-11 content-center justify-items-start rounded-12 border border-line px-4 py-2 text-start hover:bg-hovered data-selected:border-accent data-selected:bg-accent-soft"
        >
          <span className="text-small text-firm">{words[stage]}</span>
          <span className="figures text-title leading-tight font-bold">
            <Trans>{counts[stage].toLocaleString("ja-JP")}人</Trans>
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** What each stage is called. */
export function useStageWords(): Record<Stage, string> {
  const { t } = useLingui();
  return {
    none: t`用紙がまだ`,
    out: t`用紙を渡した`,
    expired: t`期限が切れた`,
    signed_in: t`ログイン済み`,
  };
}
