/** The tree of units on paper: every unit that is shown, opened to the last one, each set in by its depth. */
import { useLingui } from "@lingui/react/macro";

import type { ArrangedUnit } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { dense } from "@/kit/eras";
import type { Column } from "@/ui/wide/columns";
import { PrintTable } from "@/ui/wide/PrintTable";

interface Props {
  hall: string;
  /** From the top down, each unit before those below it. */
  units: readonly ArrangedUnit[];
}

export function PrintUnits({ hall, units }: Props) {
  const { t } = useLingui();
  const people = (count: number) => count.toLocaleString("ja-JP");
  const set = (unit: ArrangedUnit) => `${"　　".repeat(unit.path.split(" ").length - 1)}${unit.name}`;
  const closed = (unit: ArrangedUnit) =>
    unit.closed_at ? t`（${dense(dayInJapan(unit.closed_at))} 廃止）` : "";
  const columns: Column<ArrangedUnit>[] = [
    { key: "name", head: t`所属`, text: (unit) => set(unit) + closed(unit), width: 20 },
    { key: "code", head: t`所属コード`, text: (unit) => unit.code ?? "", width: 6, figures: true },
    {
      key: "place",
      head: t`場所`,
      text: (unit) => [unit.place, unit.floor].filter(Boolean).join(" "),
      width: 8,
    },
    { key: "extension", head: t`内線`, text: (unit) => unit.extension, width: 5, figures: true },
    { key: "main", head: t`本務（人）`, text: (unit) => people(unit.main), width: 4, figures: true },
    {
      key: "concurrent",
      head: t`兼務（人）`,
      text: (unit) => people(unit.concurrent),
      width: 4,
      figures: true,
    },
    {
      key: "everybody",
      head: t`下も含む（人）`,
      text: (unit) => people(unit.everybody),
      width: 6,
      figures: true,
    },
  ];
  return (
    <PrintTable
      title={t`${hall}の組織`}
      columns={columns}
      rows={units}
      id={(unit) => unit.unit_id}
      total={units.length}
      unit={t`件`}
    />
  );
}
