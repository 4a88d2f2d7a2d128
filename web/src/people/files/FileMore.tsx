/** What a card of a file may have besides: the way to look at it, or why it cannot be had. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";

import type { FilePart, ShownFile } from "@/generated/wire";
import { Button } from "@/ui/Button";

import { FileReason } from "./FileReason";

const PaperViewer = lazy(() => import("./PaperViewer").then((file) => ({ default: file.PaperViewer })));

interface Props {
  file: FilePart;
  shown: ShownFile;
  contact: string;
}

export function FileMore({ file, shown, contact }: Props) {
  // Its small picture comes by the same way as its pages: where there is one, there are these.
  const isPaper = shown.kind === "pdf" && shown.small;
  return (
    <>
      {isPaper && <OpenPaper {...{ file, contact }} />}
      <Words shown={shown} contact={contact} />
    </>
  );
}

function OpenPaper({ file, contact }: Omit<Props, "shown">) {
  const { t } = useLingui();
  const [isOpen, open] = useState(false);
  const { words: name } = file;
  return (
    <>
      <Button small icon="eye" aria-label={t`${name} を開く`} onPress={() => open(true)}>
        <Trans>開く</Trans>
      </Button>
      <Suspense>{isOpen && <PaperViewer {...{ file, contact }} onClose={() => open(false)} />}</Suspense>
    </>
  );
}

function Words({
  shown: { reason, not_saved, may_open, whole },
  contact,
}: {
  shown: ShownFile;
  contact: string;
}) {
  const why = reason || not_saved;
  if (why) {
    return (
      <p className="order-1 w-full text-small text-firm">
        <FileReason code={why} contact={contact} />
      </p>
    );
  }
  if (may_open && !whole) {
    return (
      <p className="order-1 w-full text-small text-firm">
        <Trans>ファイルを渡す受け口が、まだ設定されていません。情報担当へ連絡してください。</Trans>
      </p>
    );
  }
  return null;
}
