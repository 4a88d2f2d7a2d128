/** Above a wide table: how many rows of how many, what is chosen, which columns, how dense, and copying for a spreadsheet. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import { FrameMeans } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import type { WideTableProps } from "@/ui/WideTable";

import { ColumnsDialog } from "./ColumnsDialog";
import { asTable, chosenColumns, type Layout } from "./columns";
import { PrintTable } from "./PrintTable";
import { howMany, nothingChosen, type Selection } from "./selection";

type Props<Row> = WideTableProps<Row> & { layout: Layout; onLayout: (layout: Layout) => void };

export function TableTools<Row>(props: Props<Row>) {
  const { rows, total, unit, selection, onSelect, tools, layout, onLayout, columns } = props;
  const [choosing, choose] = useState(false);
  // Rows that are on their way are not none.
  const isCounted = total > 0 || !props.instead;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="figures text-small text-soft" aria-live="polite">
        {isCounted && (
          <Trans>
            全{total.toLocaleString("ja-JP")}
            {unit}
          </Trans>
        )}
        {rows.length < total && (
          <Trans>
            （{rows.length.toLocaleString("ja-JP")}
            {unit}を読み込み済み）
          </Trans>
        )}
      </p>
      <FrameMeans texts={rows.flatMap((row) => columns.map((column) => column.text(row)))} />
      {selection && onSelect && (
        <Chosen
          selection={selection}
          onSelect={onSelect}
          loaded={rows.map(props.id)}
          total={total}
          unit={unit}
        />
      )}
      <div className="ml-auto flex flex-wrap items-center gap-1">
        {tools}
        <PrintTable
          title={props.label}
          columns={chosenColumns(columns, layout)}
          rows={rows}
          id={props.id}
          total={total}
          unit={unit}
          onMore={props.onEnd}
        />
        <Copy text={() => asTable(chosenColumns(columns, layout), rows)} />
        <Button small look="quiet" icon="columns" onPress={() => choose(true)}>
          <Trans>表示</Trans>
        </Button>
      </div>
      {choosing && (
        <ColumnsDialog columns={columns} layout={layout} onLayout={onLayout} onClose={() => choose(false)} />
      )}
    </div>
  );
}

interface ChosenProps {
  selection: Selection;
  onSelect: (selection: Selection) => void;
  loaded: readonly string[];
  total: number;
  unit: string;
}

/** 「表示中の50件」 or 「全3,012件」: which of the two is always said. */
function Chosen({ selection, onSelect, loaded, total, unit }: ChosenProps) {
  const count = howMany(selection, total).toLocaleString("ja-JP");
  if (howMany(selection, total) === 0) return null;
  const isLoaded = loaded.length < total && loaded.every((id) => selection.ids.has(id));
  return (
    <p className="figures flex flex-wrap items-center gap-1 text-small font-bold">
      <span>
        <Trans>
          {count}
          {unit}を選択中
        </Trans>
      </span>
      {isLoaded && !selection.all && (
        <Act onPress={() => onSelect({ all: true, ids: new Set() })}>
          <Trans>
            全{total.toLocaleString("ja-JP")}
            {unit}を選ぶ
          </Trans>
        </Act>
      )}
      <Act onPress={() => onSelect(nothingChosen)}>
        <Trans>選択をやめる</Trans>
      </Act>
    </p>
  );
}

function Act({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <Button small look="quiet" onPress={onPress}>
      {children}
    </Button>
  );
}

function Copy({ text }: { text: () => string }) {
  const { t } = useLingui();
  const [copied, note] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    note(true);
    setTimeout(() => note(false), 3_000);
  };
  return (
    <>
      <Button small look="quiet" icon="copy" onPress={copy}>
        <Trans>表をコピー</Trans>
      </Button>
      <span role="status" className="text-small text-soft">
        {copied ? t`コピーしました` : ""}
      </span>
    </>
  );
}
