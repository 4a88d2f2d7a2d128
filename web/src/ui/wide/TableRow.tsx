/** One row of a wide table. Cells wrap up to three lines; the first cell names the row and opens it. */
import { useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";

import { AsTyped } from "@/ui/AsTyped";

import { type Column, staying } from "./columns";

interface Props<Row> {
  place: number;
  row: Row;
  columns: readonly Column<Row>[];
  grid: CSSProperties;
  dense: boolean;
  name: string;
  isLast: boolean;
  isWrong: boolean;
  isChosen?: boolean;
  onToggle: () => void;
  onOpen?: (row: Row) => void;
}

export function TableRow<Row>(props: Props<Row>) {
  const { place, row, columns, grid, dense, name, isLast, isChosen, onToggle, onOpen } = props;
  const ground = groundOf(props);
  const hasBox = isChosen !== undefined;
  const high = dense ? "min-h-9 py-1" : "min-h-12 py-2.5";
  const looks = [`z-2 font-bold ${staying(hasBox)}`];
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      data-row={place}
      className={`group grid min-w-full ${isLast ? "" : "border-b border-line"}`}
      style={grid}
    >
      {hasBox && <BoxCell name={name} isChosen={isChosen} ground={ground} onToggle={onToggle} />}
      {columns.map((column, at) => (
        <div
          key={column.key}
          role={at === 0 ? "rowheader" : "cell"}
          className={`px-3 ${high} ${ground} ${looks[at] ?? ""} ${column.figures ? "figures text-right" : ""}`}
        >
          <Cell column={column} row={row} onOpen={at === 0 ? onOpen : undefined} />
        </div>
      ))}
    </div>
  );
}

function groundOf<Row>({ isWrong, isChosen }: Props<Row>): string {
  if (isWrong) return "bg-danger-soft";
  return isChosen ? "bg-accent-soft" : "bg-surface group-hover:bg-sunken";
}

interface BoxProps {
  name: string;
  isChosen: boolean;
  ground: string;
  onToggle: () => void;
}

function BoxCell({ name, isChosen, ground, onToggle }: BoxProps) {
  const { t } = useLingui();
  return (
    <div role="cell" className={`sticky left-0 z-2 grid place-items-center ${ground}`}>
      <label className="grid size-9 place-items-center coarse:size-11">
        <input
          type="checkbox"
          data-control="box"
          aria-label={t`${name}を選ぶ`}
          className="size-5 accent-accent"
          checked={isChosen}
          onChange={onToggle}
        />
      </label>
    </div>
  );
}

interface CellProps<Row> {
  column: Column<Row>;
  row: Row;
  onOpen: ((row: Row) => void) | undefined;
}

function Cell<Row>({ column, row, onOpen }: CellProps<Row>) {
  const words = column.text(row);
  const shown = (
    <div className="line-clamp-3">{column.cell ? column.cell(row) : <AsTyped>{words}</AsTyped>}</div>
  );
  if (!onOpen) return <div title={words}>{shown}</div>;
  return (
    <button
      type="button"
      data-control="open"
      onClick={() => onOpen(row)}
      className="block w-full rounded-6 text-left font-bold text-accent hover:underline coarse:min-h-11"
    >
      {shown}
    </button>
  );
}
