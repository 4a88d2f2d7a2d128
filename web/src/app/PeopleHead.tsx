/** Above the directory: how many there are, words to look for, and the two orders of an office. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { ReactNode } from "react";

import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { SearchBox } from "@/ui/SearchBox";

interface Props {
  count: number | null;
  unit: string | null;
  words: string;
  order: "units" | "kana";
  onWords: (words: string) => void;
  onOrder: (order: "units" | "kana") => void;
  /** Opens the tree where it does not stand beside the list. */
  onUnits: (() => void) | null;
  /** Says whose people these are, where one serves in several organizations. */
  above: ReactNode;
}

export function PeopleHead({ count, unit, words, order, onWords, onOrder, onUnits, above }: Props) {
  const { t } = useLingui();
  return (
    <div className="grid grid-cols-1 gap-2.5 px-4 pt-3.5 pb-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h1 className="text-title font-bold">
          <Trans>名簿</Trans>{" "}
          <span className="figures text-small font-normal text-soft">
            {unit && `${unit}　`}
            {count !== null && <Trans>{count.toLocaleString("ja-JP")}人</Trans>}
          </span>
        </h1>
        {onUnits && (
          <Button small icon="hall" onPress={onUnits}>
            <Trans>所属で絞る</Trans>
          </Button>
        )}
      </div>
      {above}
      <SearchBox label={t`氏名・ふりがな・ローマ字・内線・所属で探す`} value={words} onChange={onWords} />
      <Choice
        label={t`並べ方`}
        quiet
        value={order}
        onChange={onOrder}
        choices={[
          { value: "units", says: <Trans>建制順</Trans> },
          { value: "kana", says: <Trans>五十音順</Trans> },
        ]}
      />
    </div>
  );
}
