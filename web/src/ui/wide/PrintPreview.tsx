/** A table as it will lie on paper: A4 upright, across with many columns, with all of its rows. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";

import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";
import { print } from "@/ui/onPaper";

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
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-x-0 top-(--strip) bottom-0 z-20 overflow-auto bg-sunken"
    >
      <Modal className="min-h-full">
        <Dialog aria-label={t`${title}の印刷`} className="outline-none">
          <header className="not-on-paper sticky top-0 left-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-3">
            <h1 className="min-w-0 grow text-title font-bold">
              <Trans>{title}の印刷</Trans>
            </h1>
            <p role="status" className="figures text-small">
              {!isWhole && (
                <Trans>
                  全{said}
                  {unit}のうち{count.toLocaleString("ja-JP")}
                  {unit}を読み込みました
                </Trans>
              )}
            </p>
            {!isWhole && onMore && (
              <Button look="quiet" onPress={onMore}>
                <Trans>続きを読み込む</Trans>
              </Button>
            )}
            <Button look="first" icon="print" autoFocus isDisabled={!isWhole} onPress={() => void print()}>
              <Trans>印刷する</Trans>
            </Button>
            <Button onPress={onClose}>
              <Trans>終わる</Trans>
            </Button>
          </header>
          <div className="grid w-max min-w-full justify-items-center p-4">
            <Sheet table={table} holder={holder} />
            <p className="not-on-paper table-foot pt-2">
              <Trans>{foot}（どのページの下にも、1／2ページのように出ます）</Trans>
            </p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Sheet<Row>({ table, holder }: { table: Printed<Row>; holder: Holder }) {
  const { title, columns, rows, id, total, unit } = table;
  return (
    <article lang="ja" className={`on-paper table-sheet ${columns.length > MOST_UPRIGHT ? "across" : ""}`}>
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
