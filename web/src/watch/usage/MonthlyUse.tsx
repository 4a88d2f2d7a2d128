/** 月の利用: the months of a 年度 as they were counted at their end, with the definition beside them, and as a file. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Usage } from "@/generated/wire";
import { fiscalYearName, fiscalYearSpan } from "@/kit/fiscal";
import { TakeOutDialog } from "@/people/access/TakeOutDialog";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { type Measure, MonthsTable } from "./MonthsTable";
import { PrintMonths } from "./PrintMonths";
import { useUsage } from "./usage";

export function MonthlyUse({ contact }: { contact: string }) {
  const { t } = useLingui();
  const [year, chooseYear] = useState<number | null>(null);
  const [measure, chooseMeasure] = useState<Measure>("opened");
  const usage = useUsage(year);
  return (
    <main className="min-w-0 grow overflow-y-auto">
      <div className="grid max-w-[56rem] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-5 mid:px-7">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>月の利用</Trans>
        </h2>
        <Choice
          label={t`使用率の数え方`}
          value={measure}
          onChange={chooseMeasure}
          choices={[
            { value: "opened", says: <Trans>その月に1回でも開いた人</Trans> },
            { value: "sent", says: <Trans>その月に1通でも送った人</Trans> },
          ]}
        />
        {usage.isPending && <Waiting says={t`月の利用を読み込んでいます`} />}
        {usage.isError && !usage.data && (
          <NotRead
            title={<Trans>月の利用を読み込めませんでした。</Trans>}
            contact={contact}
            onAgain={() => usage.refetch()}
          />
        )}
        {usage.data && <Year contact={contact} usage={usage.data} measure={measure} onYear={chooseYear} />}
        <Definition measure={measure} guests={usage.data?.guests ?? 0} />
      </div>
    </main>
  );
}

interface YearProps {
  contact: string;
  usage: Usage;
  measure: Measure;
  onYear: (year: number) => void;
}

function Year({ contact, usage, measure, onYear }: YearProps) {
  const { t } = useLingui();
  const name = fiscalYearName(usage.fiscal_year);
  const [isTaking, takeOut] = useState(false);
  return (
    <section aria-label={name} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <label className="grid max-w-full grid-cols-[minmax(0,auto)] gap-1">
          <span className="font-bold">{t`年度`}</span>
          <select
            value={usage.fiscal_year}
            onChange={(event) => onYear(Number(event.target.value))}
            className="min-h-11 rounded-8 border border-edge bg-surface px-3 text-ink"
          >
            {usage.fiscal_years.map((each) => (
              <option key={each} value={each}>
                {`${fiscalYearName(each)}（${fiscalYearSpan(each)}）`}
              </option>
            ))}
          </select>
        </label>
        <PrintMonths usage={usage} measure={measure} />
        <Button icon="down" onPress={() => takeOut(true)}>
          <Trans>所属・任用形態別のCSV</Trans>
        </Button>
      </div>
      {usage.months.length === 0 ? (
        <div className="rounded-12 border border-line">
          <Notice icon="clock" title={<Trans>{name}の、終わった月はまだありません。</Trans>}>
            <Trans>月が終わると、次の月の1日 0:10 に数えて、ここに出します。</Trans>
          </Notice>
        </div>
      ) : (
        <MonthsTable usage={usage} measure={measure} />
      )}
      {isTaking && (
        <TakeOutDialog
          title={<Trans>月の利用を書き出す</Trans>}
          says={<Trans>{name}の、所属と任用形態ごとの数字を書き出します。</Trans>}
          contact={contact}
          address="/api/usage/export"
          asked={{ fiscal_year: usage.fiscal_year }}
          onClose={() => takeOut(false)}
        />
      )}
    </section>
  );
}

function Definition({ measure, guests }: { measure: Measure; guests: number }) {
  return (
    <section className="grid gap-1.5 rounded-12 bg-sunken px-4 py-3.5 text-small text-firm">
      <p className="text-pretty">
        {measure === "opened" ? (
          <Trans>使用率＝その月に1回でも開いた職員 ÷ 月末に登録のある職員（小数第1位まで、四捨五入）。</Trans>
        ) : (
          <Trans>使用率＝その月に1通でも送った職員 ÷ 月末に登録のある職員（小数第1位まで、四捨五入）。</Trans>
        )}
      </p>
      <p className="text-pretty">
        <Trans>
          登録には利用を止めている職員を含みます。ボット、取り消した職員、「れんしゅう」に書いたものは数えません。月末に一度だけ数え、あとから人や所属が変わっても動きません。
        </Trans>
      </p>
      <p className="text-pretty">
        <Trans>いまのゲストは{guests}人です。ゲストは、職員の人数にも使用率にも入りません。</Trans>
      </p>
    </section>
  );
}
