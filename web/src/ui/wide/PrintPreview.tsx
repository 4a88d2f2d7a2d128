/** A table as it will lie on paper: A4 upright, across with many columns, with all of its rows. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";

import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";
import { PaperDesk } from "@/ui/PaperDesk";

import type { Holder } from "./holder";
import type { Printed } from "./PrintTable";
import { usePageFoot } from "./pageFoot";

import "./paper.css";

const MOST_UPRIGHT = 7; // columns

interface Props<Row> {
  table: Printed<Row>;
  holder: Holder;
  onClose: () => void;
}

export function PrintPreview<Row>({ table, holder, onClose }: Props<Row>) {
  const { t } = useLingui();
  const { title, rows, total, unit, onMore } = table;
  const time = useDates().documentTime(useNow(), false);
  const foot = t`印刷 ${time}　${holder.by}`;
  usePageFoot(foot, t`ページ`);
  const count = rows.length;
  const isWhole = count >= total;
  // Paper has no end to scroll to: what is not here yet is fetched page after page, as long as each one comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that there are more rows.
  useEffect(() => {
    if (count < total) onMore?.();
  }, [count, total]);
  const said = total.toLocaleString("ja-JP");
  return (
    <PaperDesk
      {...{ title, foot, onClose }}
      isReady={isWhole}
      says={
        !isWhole && (
          <Trans>
            全{said}
            {unit}のうち{count.toLocaleString("ja-JP")}
            {unit}を読み込みました
          </Trans>
        )
      }
      more={
        !isWhole &&
        onMore && (
          <Button look="quiet" onPress={onMore}>
            <Trans>続きを読み込む</Trans>
          </Button>
        )
      }
    >
      <Sheet table={table} holder={holder} />
    </PaperDesk>
  );
}

function Sheet<Row>({ table, holder }: { table: Printed<Row>; holder: Holder }) {
  const { title, columns, rows, id, total, unit } = table;
  return (
    <article lang="ja" className={`on-paper a4 table-sheet ${columns.length > MOST_UPRIGHT ? "across" : ""}`}>
      <p>{holder.body}</p>
      <h2 className="pb-2 text-[12pt] font-bold">
        {title}
        <span className="figures ml-3 text-[9pt] font-normal">
          <Trans>
            {total.toLocaleString("ja-JP")}
            {unit}
          </Trans>
        </span>
      </h2>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={id(row)}>
              {columns.map((column) => (
                <td key={column.key} className={column.figures ? "figures" : ""}>
                  {column.text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
