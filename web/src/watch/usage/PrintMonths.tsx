/** The months of a 年度 on paper. */
import { useLingui } from "@lingui/react/macro";

import type { Usage, UsageMonth } from "@/generated/wire";
import { fiscalYearName } from "@/kit/fiscal";
import type { Column } from "@/ui/wide/columns";
import { PrintTable } from "@/ui/wide/PrintTable";

import { type Measure, monthName } from "./MonthsTable";

export function PrintMonths({ usage, measure }: { usage: Usage; measure: Measure }) {
  const { t } = useLingui();
  const year = fiscalYearName(usage.fiscal_year);
  const figure = (key: string, head: string, text: (month: UsageMonth) => string): Column<UsageMonth> => ({
    key,
    head,
    text,
    width: 8,
    figures: true,
  });
  const isOpened = measure === "opened";
  return (
    <PrintTable<UsageMonth>
      title={t`月の利用　${year}`}
      columns={[
        { key: "month", head: t`年月`, text: ({ month }) => monthName(month), width: 8 },
        figure("registered", t`登録（人）`, (month) => month.registered.toLocaleString("ja-JP")),
        figure("suspended", t`うち停止（人）`, (month) => month.suspended.toLocaleString("ja-JP")),
        figure(measure, isOpened ? t`開いた人（人）` : t`送った人（人）`, (month) =>
          month[measure].toLocaleString("ja-JP"),
        ),
        figure("rate", t`使用率（%）`, (month) => (isOpened ? month.opened_rate : month.sent_rate) ?? "—"),
      ]}
      rows={usage.months}
      id={({ month }) => month}
      total={usage.months.length}
      unit={t`か月`}
    />
  );
}
