/** Pictures of a message, one at a time, as large as the window: by keys, by wheel, by two fingers. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";

import type { FileId, FilePart } from "@/generated/wire";
import { IconButton } from "@/ui/IconButton";

import { FileCard } from "./FileCard";
import { FileReason } from "./FileReason";
import { lookedAt, useRenew, useShown } from "./shown";
import { Turns } from "./Turns";
import { Gone, Sizes, ViewerFrame, ViewerHead } from "./ViewerFrame";
import { askedBy, useKeys } from "./viewing";
import { Zoomed } from "./Zoomed";

interface Props {
  pictures: readonly FilePart[];
  first: FileId;
  contact: string;
  onClose: () => void;
  /** There are older ones than those that are known; asks for them. */
  onOlder?: (() => void) | null;
  /** Beside its name: where it comes from. */
  source?: (open: FileId) => ReactNode;
  /** The way to show it to somebody. */
  show?: ((open: FileId) => ReactNode) | undefined;
}

const MOST = 8;
/** Older ones are asked for before one stands at the last that is known. */
const NEAR = 3;

export function Viewer({ pictures, first, contact, onClose, onOlder = null, source, show }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(first);
  const [scale, zoom] = useState(1);
  // By itself and never by its place: others may come and go meanwhile.
  const at = pictures.findIndex(({ file_id }) => file_id === open);
  const file = pictures[at];
  const turn = (by: number) => {
    const next = pictures[at + by];
    if (!next) return;
    setOpen(next.file_id);
    zoom(1);
  };
  const set = (next: number) => zoom(Math.min(MOST, Math.max(1, next)));
  useKeys((event) => {
    const asked = askedBy(event, scale > 1);
    if (!asked) return;
    event.preventDefault();
    if (asked.turn) turn(asked.turn);
    else set(scale * (asked.times ?? 1));
  });
  useOlder(pictures.length - at <= NEAR ? onOlder : null);
  const count = onOlder ? t`${pictures.length}枚以上` : t`${pictures.length}枚`;
  const place = pictures.length > 1 ? t`${at + 1}／${count}` : "";
  return (
    <ViewerFrame onClose={onClose}>
      {file ? (
        <div className="flex min-h-0 grow flex-col">
          <ViewerHead {...{ file, place }} source={source?.(open)}>
            {show?.(open)}
            <Sizes scale={scale} least={1} most={MOST} onScale={set} />
            <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
          </ViewerHead>
          <Picture key={file.file_id} {...{ file, contact, scale }} onScale={set} />
          <Turns at={at} of={pictures.length} onTurn={turn} />
        </div>
      ) : (
        <Gone title={<Trans>この写真は、もう見られません。</Trans>} onClose={onClose} />
      )}
    </ViewerFrame>
  );
}

function useOlder(ask: (() => void) | null): void {
  const asked = useEffectEvent(() => ask?.());
  const isWanted = ask !== null;
  useEffect(() => {
    if (isWanted) asked();
  }, [isWanted]);
}

interface PictureProps {
  file: FilePart;
  contact: string;
  scale: number;
  onScale: (scale: number) => void;
}

function Picture({ file, contact, scale, onScale }: PictureProps) {
  const shown = useShown(file.file_id);
  const renew = useRenew();
  if (shown === undefined) {
    return (
      <p role="status" className="grid grow place-items-center text-soft">
        <Trans>読み込んでいます</Trans>
      </p>
    );
  }
  const address = lookedAt(shown);
  if (!address) {
    return (
      <div className="grid min-h-0 grow place-items-center overflow-y-auto p-4">
        <FileCard {...{ file, shown, contact }} />
      </div>
    );
  }
  const old = () => renew(file.file_id);
  return (
    <>
      {shown?.not_saved && (
        <p className="px-4 py-2 text-small text-firm">
          <FileReason code={shown.not_saved} contact={contact} />
        </p>
      )}
      <Zoomed {...{ file, address, scale, onScale }} onOld={old} />
    </>
  );
}
