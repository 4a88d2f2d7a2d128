/** A row in a narrow window: a card with the first column as its title and the others below, each with its heading. */
import { useLingui } from "@lingui/react/macro";

import { AsTyped } from "@/ui/AsTyped";

import type { Column } from "./columns";

interface Props<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  name: string;
  isWrong: boolean;
  isChosen?: boolean;
  onToggle: () => void;
  onOpen?: (row: Row) => void;
}

export function RowCard<Row>({ row, columns, name, isWrong, isChosen, onToggle, onOpen }: Props<Row>) {
  const { t } = useLingui();
  const [first, ...others] = columns;
  const filled = others.filter((column) => column.text(row) !== "");
  if (!first) return null;
  const shown = (column: Column<Row>) => column.cell?.(row) ?? <AsTyped>{column.text(row)}</AsTyped>;
  return (
    <section
      aria-label={name}
      className={`mb-2 rounded-12 border p-3 ${isWrong ? "border-danger bg-danger-soft" : "border-line bg-surface"}`}
    >
      <div className="flex items-center gap-2">
        {isChosen !== undefined && (
          <label className="grid size-11 shrink-0 place-items-center">
            <input
              type="checkbox"
              aria-label={t`${name}を選ぶ`}
              className="size-5 accent-accent"
              checked={isChosen}
              onChange={onToggle}
            />
          </label>
        )}
        {onOpen ? (
          <button
            type="button"
            onClick={() => onOpen(row)}
            className="min-h-11 grow text-left font-bold text-accent hover:underline"
          >
            {shown(first)}
          </button>
        ) : (
          <div className="grow font-bold">{shown(first)}</div>
        )}
      </div>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
        {filled.map((column) => (
          <div key={column.key} className="contents">
            <dt className="text-soft">{column.head}</dt>
            <dd>{shown(column)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
