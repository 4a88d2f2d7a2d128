/** The months of a 年度, 4 to 3: who was registered, who opened the product, who wrote, and the rate of it. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Usage, UsageMonth } from "@/generated/wire";
import { dense } from "@/kit/eras";
import { Chip } from "@/ui/Chip";

export type Measure = "opened" | "sent";

const figure = new Intl.NumberFormat("ja-JP");

export function MonthsTable({ usage, measure }: { usage: Usage; measure: Measure }) {
  const { t } = useLingui();
  return (
    <section
      aria-label={t`月の利用の表`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys.
      tabIndex={0}
      className="overflow-x-auto rounded-12 border border-line"
    >
      <table className="w-full border-collapse text-body leading-150">
        <thead className="bg-sunken">
          <tr>
            <Head>
              <Trans>年月</Trans>
            </Head>
            <Head figures>
              <Trans>登録（人）</Trans>
            </Head>
            <Head figures>
              <Trans>うち停止（人）</Trans>
            </Head>
            <Head figures>
              {measure === "opened" ? <Trans>開いた人（人）</Trans> : <Trans>送った人（人）</Trans>}
            </Head>
            <Head figures>
              <Trans>使用率（%）</Trans>
            </Head>
          </tr>
        </thead>
        <tbody>
          {usage.months.map((month) => (
            <Month key={month.month} month={month} measure={measure} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ figures = false, children }: { figures?: boolean; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={`whitespace-nowrap px-4 py-2.5 text-small font-bold text-firm ${figures ? "text-right" : "sticky left-0 bg-sunken text-left"}`}
    >
      {children}
    </th>
  );
}

function Month({ month, measure }: { month: UsageMonth; measure: Measure }) {
  const rate = measure === "opened" ? month.opened_rate : month.sent_rate;
  return (
    <tr className="border-t border-line">
      <th scope="row" className="sticky left-0 whitespace-nowrap bg-surface px-4 py-2.5 text-left font-bold">
        <span className="figures">{monthName(month.month)}</span>
        {month.made_up && (
          <span className="ml-2 inline-block">
            <Chip>
              <Trans>後から集計</Trans>
            </Chip>
          </span>
        )}
      </th>
      <Figure>{figure.format(month.registered)}</Figure>
      <Figure>{figure.format(month.suspended)}</Figure>
      <Figure>{figure.format(month[measure])}</Figure>
      <Figure>{rate ?? "—"}</Figure>
    </tr>
  );
}

function Figure({ children }: { children: ReactNode }) {
  return <td className="figures px-4 py-2.5 text-right">{children}</td>;
}

/** R8.11, as dense columns have it. */
export function monthName(first: string): string {
  const [year = 0, month = 1] = first.split("-").map(Number);
  return dense({ year, month, day: 1 }).replace(/\.1$/, "");
}
