/** What stops nothing but is worth a look: 外字, names without a blank, codes that say another unit, units that come. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { RosterDifference } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";

export function WorthALook({ found }: { found: RosterDifference }) {
  const { t } = useLingui();
  const units = found.counts.new_units;
  return (
    <div className="grid gap-2 empty:hidden">
      <Noticed
        count={found.noticed.private_use ?? 0}
        says={<Trans>外字があります（ほかの端末では別の字に見えます）</Trans>}
        unit={t`行`}
        items={found.private_use.map(placed)}
      />
      <Noticed
        count={found.noticed.unparted ?? 0}
        says={<Trans>姓と名の間に空白がない氏名があります（全体を姓にします）</Trans>}
        unit={t`行`}
        items={found.unparted.map(placed)}
      />
      <Noticed
        count={found.noticed.unlike ?? 0}
        says={<Trans>所属コードと所属の名前が違う行があります（コードの所属にします）</Trans>}
        unit={t`行`}
        items={found.unlike.map(placed)}
      />
      <Noticed
        count={units}
        says={<Trans>新しくつくる所属があります</Trans>}
        unit={t`件`}
        items={found.new_units}
      />
    </div>
  );
}

function placed({ row, column, value }: { row: number; column: string; value: string }): string {
  return `${row.toLocaleString("ja-JP")}行目「${column}」 ${value}`;
}

interface Props {
  count: number;
  says: ReactNode;
  /** What is counted. */
  unit: string;
  items: readonly string[];
}

function Noticed({ count, says, unit, items }: Props) {
  if (count === 0) return null;
  return (
    <details className="rounded-8 border border-warn-line bg-warn-soft px-4 py-2 text-warn">
      <summary className="min-h-6 cursor-pointer text-small font-bold coarse:min-h-11">
        {says}：{count.toLocaleString("ja-JP")}
        {unit}
      </summary>
      <ul lang="ja" className="mt-1 max-h-48 overflow-y-auto text-small text-ink">
        {items.map((item) => (
          <li key={item} className="font-name wrap-anywhere">
            <AsTyped>{item}</AsTyped>
          </li>
        ))}
        {items.length < count && <li>…</li>}
      </ul>
    </details>
  );
}
