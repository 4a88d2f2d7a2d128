/** What a column of a wide table is, and which of them somebody has chosen to see on this device, how wide, in which order. */
import { type ReactNode, useState } from "react";

export interface Column<Row> {
  key: string;
  /** The heading, in words. */
  head: string;
  /** What stands in the cell, as text: for copying, and for cells that show nothing else. */
  text: (row: Row) => string;
  /** The same for the eye, where it is more than text. */
  cell?: (row: Row) => ReactNode;
  /** In rem, before anybody has widened it. */
  width: number;
  /** Figures stand at the right, in digits of equal width. */
  figures?: boolean;
  /** Rows can be put in the order of this column. */
  sorts?: boolean;
  /** Seen only by those who choose it. */
  aside?: boolean;
}

export interface Layout {
  dense: boolean;
  /** Keys in their order; a column that is not named stands where it was declared. */
  order: readonly string[];
  shown: Readonly<Record<string, boolean>>;
  widths: Readonly<Record<string, number>>;
}

const unset: Layout = { dense: false, order: [], shown: {}, widths: {} };
export const narrowest = 4;
export const widest = 40;

/** The columns to draw. The first one declared names the row: it always stands first and is never hidden. */
export function chosenColumns<Row>(columns: readonly Column<Row>[], layout: Layout): Column<Row>[] {
  return ordered(columns, layout)
    .filter((column, place) => place === 0 || isShown(column, layout))
    .map((column) => ({ ...column, width: layout.widths[column.key] ?? column.width }));
}

/** All of them, in the order that somebody has chosen. */
export function ordered<Row>(columns: readonly Column<Row>[], layout: Layout): Column<Row>[] {
  const [first, ...others] = columns;
  if (!first) return [];
  const place = (column: Column<Row>) => {
    const at = layout.order.indexOf(column.key);
    return at < 0 ? columns.indexOf(column) : at;
  };
  return [first, ...others.sort((one, other) => place(one) - place(other))];
}

export function isShown<Row>(column: Column<Row>, layout: Layout): boolean {
  return layout.shown[column.key] ?? !column.aside;
}

export function widened(layout: Layout, key: string, width: number): Layout {
  const kept = Math.min(widest, Math.max(narrowest, width));
  return { ...layout, widths: { ...layout.widths, [key]: kept } };
}

/** One step to the front or to the end, among all columns but the first. */
export function moved<Row>(
  columns: readonly Column<Row>[],
  layout: Layout,
  key: string,
  step: 1 | -1,
): Layout {
  const keys = ordered(columns, layout).map((column) => column.key);
  const from = keys.indexOf(key);
  const to = from + step;
  if (from < 1 || to < 1 || to >= keys.length) return layout;
  keys.splice(to, 0, ...keys.splice(from, 1));
  return { ...layout, order: keys };
}

/** The first column stays in sight when the others scroll away, beside the boxes if there are any. */
export function staying(hasBoxes: boolean): string {
  return hasBoxes ? "sticky left-12" : "sticky left-0";
}

/** The rows as a table that a spreadsheet takes from the clipboard. */
export function asTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const line = (cells: string[]) => cells.map((cell) => harmless(cell.replace(/[\t\r\n]+/g, " "))).join("\t");
  return [
    line(columns.map((column) => column.head)),
    ...rows.map((row) => line(columns.map((c) => c.text(row)))),
  ].join("\r\n");
}

/** A spreadsheet would calculate with a cell that begins so. */
function harmless(cell: string): string {
  return /^[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** The layout of one table, remembered on this device. */
export function useLayout(kept: string): [Layout, (layout: Layout) => void] {
  const key = `yoriai.table.${kept}`;
  const [layout, set] = useState(() => read(key));
  return [
    layout,
    (next) => {
      set(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // It holds until the page is left.
      }
    },
  ];
}

function read(key: string): Layout {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof found === "object" && found !== null ? { ...unset, ...found } : unset;
  } catch {
    return unset;
  }
}
