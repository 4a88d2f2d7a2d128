/** Choosing, ordering and widening the columns of a table, and how dense its rows stand: all of it by keyboard too. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { IconButton } from "@/ui/IconButton";

import { type Column, isShown, type Layout, moved, ordered, widened } from "./columns";

interface Props<Row> {
  columns: readonly Column<Row>[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onClose: () => void;
}

const STEP = 2; // rem

export function ColumnsDialog<Row>({ columns, layout, onLayout, onClose }: Props<Row>) {
  const { t } = useLingui();
  const [, ...others] = ordered(columns, layout);
  return (
    <Dialog isOpen title={<Trans>表の表示</Trans>} onClose={onClose}>
      <DialogBody>
        <Choice
          label={t`行の高さ`}
          value={layout.dense ? "dense" : "usual"}
          onChange={(chosen) => onLayout({ ...layout, dense: chosen === "dense" })}
          choices={[
            { value: "usual", says: <Trans>標準</Trans> },
            { value: "dense", says: <Trans>詰める</Trans> },
          ]}
        />
        <fieldset>
          <legend className="pb-1 font-bold">
            <Trans>表示する列と順番</Trans>
          </legend>
          <ul className="divide-y divide-line rounded-8 border border-line">
            {others.map((column) => (
              <ColumnChoice
                key={column.key}
                column={column}
                layout={layout}
                onLayout={onLayout}
                onMove={(step) => onLayout(moved(columns, layout, column.key, step))}
              />
            ))}
          </ul>
        </fieldset>
      </DialogBody>
      <DialogFoot>
        <Button onPress={() => onLayout({ dense: layout.dense, order: [], shown: {}, widths: {} })}>
          <Trans>はじめの並びに戻す</Trans>
        </Button>
        <Button look="first" onPress={onClose}>
          <Trans>表に戻る</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

interface ChoiceProps<Row> {
  column: Column<Row>;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onMove: (step: 1 | -1) => void;
}

function ColumnChoice<Row>({ column, layout, onLayout, onMove }: ChoiceProps<Row>) {
  const { t } = useLingui();
  const width = layout.widths[column.key] ?? column.width;
  const show = (shown: boolean) => onLayout({ ...layout, shown: { ...layout.shown, [column.key]: shown } });
  return (
    // Where both do not fit into one line, what can be done with a column stands below its name.
    <li className="flex flex-wrap items-center justify-end gap-x-1 pr-1 pl-3">
      <label className="flex min-h-11 min-w-[6.5rem] flex-1 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-accent"
          checked={isShown(column, layout)}
          onChange={(event) => show(event.target.checked)}
        />
        {column.head}
      </label>
      <span className="flex gap-1">
        <IconButton
          icon="minus"
          label={t`${column.head}の幅を狭くする`}
          onPress={() => onLayout(widened(layout, column.key, width - STEP))}
        />
        <IconButton
          icon="plus"
          label={t`${column.head}の幅を広くする`}
          onPress={() => onLayout(widened(layout, column.key, width + STEP))}
        />
        <IconButton icon="up" label={t`${column.head}を前へ`} onPress={() => onMove(-1)} />
        <IconButton icon="down" label={t`${column.head}を後ろへ`} onPress={() => onMove(1)} />
      </span>
    </li>
  );
}
