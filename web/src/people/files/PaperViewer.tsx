/** A PDF in all of the window, page by page, as pictures that the server has made: nothing of it runs, and nothing needs a program. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { FilePart } from "@/generated/wire";
import { IconButton } from "@/ui/IconButton";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { FileReason } from "./FileReason";
import { Leaf } from "./Leaf";
import { usePages } from "./pages";
import { useRenew, useShown } from "./shown";
import { Gone, Sizes, ViewerFrame, ViewerHead } from "./ViewerFrame";
import { askedBy, pageAskedBy, useKeys } from "./viewing";
import { Zooming } from "./Zooming";

interface Props {
  file: FilePart;
  contact: string;
  onClose: () => void;
}

const LEAST = 0.4;
const MOST = 6;

export function PaperViewer({ file, contact, onClose }: Props) {
  const { t } = useLingui();
  const shown = useShown(file.file_id);
  const [scale, zoom] = useState(1);
  const set = (next: number) => zoom(Math.min(MOST, Math.max(LEAST, next)));
  const isGone = shown === null || shown?.may_open === false;
  return (
    <ViewerFrame onClose={onClose}>
      {isGone ? (
        <Gone title={<Trans>このファイルは、もう見られません。</Trans>} onClose={onClose} />
      ) : (
        <div className="flex min-h-0 grow flex-col">
          <ViewerHead file={file}>
            <Sizes scale={scale} least={LEAST} most={MOST} onScale={set} />
            <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
          </ViewerHead>
          {shown?.not_saved && (
            <p className="px-4 py-2 text-small text-firm">
              <FileReason code={shown.not_saved} contact={contact} />
            </p>
          )}
          <Pages {...{ file, contact, scale }} onScale={set} />
        </div>
      )}
    </ViewerFrame>
  );
}

interface PagesProps {
  file: FilePart;
  contact: string;
  scale: number;
  onScale: (scale: number) => void;
}

function Pages({ file, contact, scale, onScale }: PagesProps) {
  const { t } = useLingui();
  const { data, isError, refetch } = usePages(file.file_id);
  const renew = useRenew();
  const [wanted, setWanted] = useState(0);
  const pages = data?.pages ?? [];
  const at = Math.min(wanted, Math.max(0, pages.length - 1));
  const turn = (to: number) => setWanted(Math.min(Math.max(0, to), pages.length - 1));
  usePaperKeys({ at, last: pages.length - 1, scale, turn, onScale });
  const address = pages[at];
  if (!data && !isError) return <Waiting says={t`ページを読み込んでいます`} />;
  if (!address) {
    return (
      <NotRead
        title={<Trans>このPDFのページを表示できませんでした。</Trans>}
        contact={contact}
        onAgain={() => void refetch()}
      />
    );
  }
  const place = { at: at + 1, of: pages.length };
  const says = t`${file.words}　${place.of}ページのうち${place.at}ページ目`;
  return (
    <>
      <Zooming label={t`ページ`} top={at} {...{ scale, onScale }}>
        <Leaf
          key={at}
          {...{ address, says, scale, contact }}
          next={pages[at + 1]}
          onOld={() => renew(file.file_id)}
        />
      </Zooming>
      <PageTurns at={at} of={pages.length} onTurn={turn} />
    </>
  );
}

interface PageTurnsProps {
  at: number;
  of: number;
  onTurn: (to: number) => void;
}

function PageTurns({ at, of, onTurn }: PageTurnsProps) {
  const { t } = useLingui();
  const number = at + 1;
  return (
    <div className="flex items-center justify-center gap-4 border-t border-line py-1.5">
      <IconButton icon="back" label={t`前のページ`} isDisabled={at === 0} onPress={() => onTurn(at - 1)} />
      <p role="status" className="figures min-w-20 text-center">
        <span className="sr-only">{t`ページ`}</span> {number} / {of}
      </p>
      <IconButton
        icon="forward"
        label={t`次のページ`}
        isDisabled={number === of}
        onPress={() => onTurn(at + 1)}
      />
    </div>
  );
}

interface Keys {
  at: number;
  last: number;
  scale: number;
  turn: (to: number) => void;
  onScale: (scale: number) => void;
}

function usePaperKeys({ at, last, scale, turn, onScale }: Keys) {
  useKeys((event) => {
    const page = pageAskedBy(event, { at, last, isLarge: scale > 1 });
    const times = askedBy(event, false)?.times;
    if (page !== undefined) turn(page);
    else if (times !== undefined) onScale(times ? scale * times : 1);
    else return;
    event.preventDefault();
  });
}
