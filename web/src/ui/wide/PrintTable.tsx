/** The way from a table to paper: a button, and Ctrl+P where the table is what stands on the screen. */
import { Trans } from "@lingui/react/macro";
import { use, useState } from "react";

import { Button } from "@/ui/Button";
import { usePrintKey } from "@/ui/onPaper";

import type { Column } from "./columns";
import { PaperHolder } from "./holder";
import { PrintPreview } from "./PrintPreview";

export interface Printed<Row> {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  id: (row: Row) => string;
  /** How many rows there are, loaded or not, and in which unit they are counted. */
  total: number;
  unit: string;
  /** Asks for more rows while there are some. */
  onMore?: (() => void) | undefined;
}

export function PrintTable<Row>(table: Printed<Row>) {
  const holder = use(PaperHolder);
  const [isOpen, open] = useState(false);
  const isEmpty = table.rows.length === 0;
  usePrintKey(() => open(true), { isMeant: () => holder !== null && !isEmpty });
  if (!holder || isEmpty) return null;
  return (
    <>
      <Button small look="quiet" icon="print" onPress={() => open(true)}>
        <Trans>印刷</Trans>
      </Button>
      {isOpen && <PrintPreview table={table} holder={holder} onClose={() => open(false)} />}
    </>
  );
}
