/** The head of a wide table: it stays in sight, says by what the rows are ordered, and lets columns be widened. */
import { useLingui } from "@lingui/react/macro";
import type { CSSProperties, PointerEvent } from "react";

import { Icon } from "@/ui/Icon";

import { type Column, staying } from "./columns";

interface Sorted {
  key: string;
  down: boolean;
}

interface Props<Row> {
  columns: readonly Column<Row>[];
  grid: CSSProperties;
  sort?: Sorted;
  onSort?: (sort: Sorted) => void;
  chosen?: "all" | "some" | "none";
  onChoose: () => void;
  onWiden: (key: string, width: number) => void;
}

export function TableHead<Row>({ columns, grid, sort, onSort, chosen, onChoose, onWiden }: Props<Row>) {
  const { t } = useLingui();
  return (
    <div role="rowgroup" className="sticky top-0 z-3">
      <div
        role="row"
        aria-rowindex={1}
        className="grid min-w-full border-b border-edge bg-sunken"
        style={grid}
      >
        {chosen && (
          <div role="columnheader" className="sticky left-0 z-1 grid place-items-center bg-sunken">
            <input
              type="checkbox"
              aria-label={t`表示中の行をすべて選ぶ`}
              className="size-5 accent-accent"
              checked={chosen === "all"}
              ref={(box) => {
                if (box) box.indeterminate = chosen === "some";
              }}
              onChange={onChoose}
            />
          </div>
        )}
        {columns.map((column, place) => (
          <HeadCell
            key={column.key}
            column={column}
            stays={place === 0 ? `z-1 bg-sunken ${staying(Boolean(chosen))}` : "relative"}
            {...(sort?.key === column.key ? { down: sort.down } : {})}
            {...(column.sorts && onSort ? { onSort: () => onSort(next(sort, column.key)) } : {})}
            onWiden={(width) => onWiden(column.key, width)}
          />
        ))}
      </div>
    </div>
  );
}

/** The same column again turns the order round. */
function next(sort: Sorted | undefined, key: string): Sorted {
  return { key, down: sort?.key === key && !sort.down };
}

interface CellProps<Row> {
  column: Column<Row>;
  stays: string;
  down?: boolean;
  onSort?: () => void;
  onWiden: (width: number) => void;
}

function HeadCell<Row>({ column, stays, down, onSort, onWiden }: CellProps<Row>) {
  return (
    <div
      role="columnheader"
      {...(onSort ? { "aria-sort": orders[String(down)] ?? "none" } : {})}
      className={`flex min-h-11 items-center font-bold text-firm ${stays} ${column.figures ? "justify-end" : ""}`}
    >
      {onSort ? (
        <SortButton head={column.head} down={down} onSort={onSort} />
      ) : (
        <span className="px-3">{column.head}</span>
      )}
      <Grip width={column.width} onWiden={onWiden} />
    </div>
  );
}

const orders: Record<string, "ascending" | "descending"> = { true: "descending", false: "ascending" };
const arrows: Record<string, string> = { true: "", false: "rotate-180" };

interface SortProps {
  head: string;
  down: boolean | undefined;
  onSort: () => void;
}

function SortButton({ head, down, onSort }: SortProps) {
  return (
    <button
      type="button"
      onClick={onSort}
      className="flex min-h-11 min-w-0 items-center gap-1 px-3 text-left font-bold hover:underline"
    >
      {head}
      <span className={arrows[String(down)] ?? "invisible"}>
        <Icon name="down" size={16} />
      </span>
    </button>
  );
}

/** For the mouse; whoever has none widens columns in the list of columns. */
function Grip({ width, onWiden }: { width: number; onWiden: (width: number) => void }) {
  const begin = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const from = event.clientX;
    const move = (now: globalThis.PointerEvent) => onWiden(width + (now.clientX - from) / rem);
    const end = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
  };
  return (
    <span
      aria-hidden="true"
      onPointerDown={begin}
      className="absolute inset-y-1.5 right-0 hidden w-2 cursor-col-resize border-r-2 border-line hover:border-accent fine:block"
    />
  );
}
