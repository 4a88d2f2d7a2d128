/** Columns as somebody has chosen them, and what of them a spreadsheet is given. */
import { describe, expect, test } from "vitest";

import { asTable, type Column, chosenColumns, isShown, type Layout, moved, widened } from "./columns";

interface Person {
  name: string;
  unit: string;
}

const columns: Column<Person>[] = [
  { key: "name", head: "氏名", text: (row) => row.name, width: 10 },
  { key: "unit", head: "所属", text: (row) => row.unit, width: 16 },
  { key: "place", head: "場所", text: () => "", width: 8, aside: true },
];
const fresh: Layout = { dense: false, order: [], shown: {}, widths: {} };
const keys = (layout: Layout) => chosenColumns(columns, layout).map((column) => column.key);

describe("columns", () => {
  test("those set aside are seen by who chooses them, and the first can never be hidden", () => {
    expect(keys(fresh)).toEqual(["name", "unit"]);
    expect(keys({ ...fresh, shown: { name: false, unit: false, place: true } })).toEqual(["name", "place"]);
    expect(columns.map((column) => isShown(column, fresh))).toEqual([true, true, false]);
  });

  test("they change places with their neighbours, but nothing goes before the first", () => {
    const shown = { ...fresh, shown: { place: true } };
    const turned = moved(columns, shown, "place", -1);
    expect(keys(turned)).toEqual(["name", "place", "unit"]);
    expect(moved(columns, turned, "place", -1)).toBe(turned);
    expect(moved(columns, turned, "unit", 1)).toBe(turned);
    expect(moved(columns, turned, "name", 1)).toBe(turned);
  });

  test("they grow and shrink within bounds", () => {
    expect(chosenColumns(columns, widened(fresh, "unit", 20))[1]?.width).toBe(20);
    expect(widened(fresh, "unit", 900).widths.unit).toBe(40);
    expect(widened(fresh, "unit", -3).widths.unit).toBe(4);
  });

  test("a spreadsheet gets a table, and nothing that it would calculate with", () => {
    const rows = [
      { name: "佐藤 花子", unit: "福祉課\t窓口" },
      { name: "=1+1", unit: "＋81" },
    ];
    expect(asTable(columns.slice(0, 2), rows)).toBe("氏名\t所属\r\n佐藤 花子\t福祉課 窓口\r\n'=1+1\t'＋81");
  });
});
