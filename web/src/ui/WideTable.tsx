/**
 * A wide table: its head and first column stay, it alone scrolls sideways, and only the rows in sight stand in the page.
 * In a narrow window each row is a card. Columns are chosen, ordered and widened, and that is remembered.
 */
import { type ReactNode, useEffect, useRef } from "react";
import { Virtualizer, type VirtualizerHandle } from "virtua";

import { midWindow, useMedia } from "./media";
import { type Column, chosenColumns, type Layout, useLayout, widened } from "./wide/columns";
import { RowCard } from "./wide/RowCard";
import { type Selection, toggled, toggledAll } from "./wide/selection";
import { TableHead } from "./wide/TableHead";
import { TableRow } from "./wide/TableRow";
import { TableTools } from "./wide/TableTools";
import { useRowKeys } from "./wide/useRowKeys";

export interface Sort {
  key: string;
  down: boolean;
}

export interface WideTableProps<Row> {
  /** The name of the region, as a screen reader says it. */
  label: string;
  /** Under which name this table's columns are remembered. */
  kept: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  id: (row: Row) => string;
  /** How a row is called when it is chosen or opened: the person's name. */
  name: (row: Row) => string;
  /** How many rows there are, loaded or not. */
  total: number;
  /** The unit of the count: 人, 件, 行. */
  unit: string;
  isWrong?: (row: Row) => boolean;
  onOpen?: (row: Row) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** Called when the last loaded row is near: more may be wanted. */
  onEnd?: () => void;
  /** Stands in place of the rows: empty, on its way, not read. */
  instead?: ReactNode;
  /** What stands beside the count: filters, exports. */
  tools?: ReactNode;
}

const NEAR = 15; // rows before the end

export function WideTable<Row>(props: WideTableProps<Row>) {
  const [layout, setLayout] = useLayout(props.kept);
  const asTable = useMedia(midWindow);
  return (
    <div className="flex min-h-0 grow flex-col gap-2">
      <TableTools {...props} layout={layout} onLayout={setLayout} />
      {props.instead ? (
        <div className="rounded-12 border border-line">{props.instead}</div>
      ) : asTable ? (
        <Table {...props} layout={layout} onLayout={setLayout} />
      ) : (
        <Cards {...props} layout={layout} />
      )}
    </div>
  );
}

type Laid<Row> = WideTableProps<Row> & { layout: Layout };

function Table<Row>(props: Laid<Row> & { onLayout: (layout: Layout) => void }) {
  const { label, rows, id, total, layout, onLayout, selection, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const columns = chosenColumns(props.columns, layout);
  const places = columns.map((column) => `${column.width}rem`).join(" ");
  const grid = { gridTemplateColumns: selection ? `3rem ${places}` : places };
  const list = useList(rows.length, props.onEnd);
  const loaded = rows.map(id);
  return (
    <div
      ref={scroller}
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys.
      tabIndex={0}
      onKeyDown={useRowKeys(list.handle)}
      onScroll={markCut}
      className="wide-table min-h-40 grow overflow-auto rounded-12 border border-line"
    >
      <div
        role="table"
        aria-label={label}
        aria-rowcount={total + 1}
        className="w-max min-w-full text-small leading-150"
      >
        <TableHead
          columns={columns}
          grid={grid}
          {...(props.sort ? { sort: props.sort } : {})}
          {...(props.onSort ? { onSort: props.onSort } : {})}
          {...(selection ? { chosen: chosenOf(selection, loaded) } : {})}
          onChoose={() => selection && onSelect?.(toggledAll(selection, loaded))}
          onWiden={(key, width) => onLayout(widened(layout, key, width))}
        />
        <div role="rowgroup">
          <Virtualizer
            ref={list.handle}
            scrollRef={scroller}
            startMargin={44}
            onScroll={list.scrolled}
            data={rows}
          >
            {(row, place) => (
              <TableRow
                key={id(row)}
                place={place}
                row={row}
                columns={columns}
                grid={grid}
                dense={layout.dense}
                name={props.name(row)}
                isLast={place === rows.length - 1}
                isWrong={props.isWrong?.(row) ?? false}
                {...(props.onOpen ? { onOpen: props.onOpen } : {})}
                {...(selection ? { isChosen: selection.all || selection.ids.has(id(row)) } : {})}
                onToggle={() => selection && onSelect?.(toggled(selection, id(row), loaded))}
              />
            )}
          </Virtualizer>
        </div>
      </div>
    </div>
  );
}

function Cards<Row>(props: Laid<Row>) {
  const { rows, id, selection, onSelect, layout } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useList(rows.length, props.onEnd);
  const columns = chosenColumns(props.columns, layout);
  const loaded = rows.map(id);
  return (
    <div
      ref={scroller}
      role="region"
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys.
      tabIndex={0}
      className="min-h-40 grow overflow-y-auto"
    >
      <Virtualizer ref={list.handle} scrollRef={scroller} onScroll={list.scrolled} data={rows}>
        {(row) => (
          <RowCard
            key={id(row)}
            row={row}
            columns={columns}
            name={props.name(row)}
            isWrong={props.isWrong?.(row) ?? false}
            {...(props.onOpen ? { onOpen: props.onOpen } : {})}
            {...(selection ? { isChosen: selection.all || selection.ids.has(id(row)) } : {})}
            onToggle={() => selection && onSelect?.(toggled(selection, id(row), loaded))}
          />
        )}
      </Virtualizer>
    </div>
  );
}

/** Asks for more while the end is near, however the rows came to be in sight. */
function useList(count: number, onEnd: (() => void) | undefined) {
  const handle = useRef<VirtualizerHandle>(null);
  const scrolled = () => {
    const list = handle.current;
    if (!list || !onEnd) return;
    const last = list.findItemIndex(list.scrollOffset + list.viewportSize);
    if (last >= count - NEAR) onEnd();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever there are more rows.
  useEffect(scrolled, [count]);
  return { handle, scrolled };
}

function chosenOf(selection: Selection, loaded: readonly string[]): "all" | "some" | "none" {
  if (selection.all) return "all";
  if (selection.ids.size === 0) return "none";
  return loaded.every((id) => selection.ids.has(id)) ? "all" : "some";
}

/** The edge at which columns are cut off carries a shadow: there is more on that side. */
function markCut({ currentTarget: region }: { currentTarget: HTMLElement }) {
  const before = region.scrollLeft > 1;
  const after = region.scrollLeft + region.clientWidth < region.scrollWidth - 1;
  region.dataset.cut = `${before ? "before" : ""} ${after ? "after" : ""}`.trim();
}
