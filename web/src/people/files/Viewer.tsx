/** Pictures of a message, one at a time, as large as the window: by keys, by wheel, by two fingers. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import type { FileId, FilePart } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";

import { FileCard } from "./FileCard";
import { FileReason } from "./FileReason";
import { FileState } from "./FileState";
import { SaveLink } from "./SaveLink";
import { lookedAt, useRenew, useShown } from "./shown";
import { sizeWords } from "./sizes";
import { Turns } from "./Turns";
import { askedBy, STEP, useKeys } from "./viewing";
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
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-20 h-dvh bg-surface pt-[var(--strip)]"
    >
      <Modal className="size-full">
        <Dialog className="flex size-full flex-col text-ink outline-none">
          {file ? (
            <div className="flex min-h-0 grow flex-col">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 pr-2 pl-4">
                <Head {...{ file, place }} source={source?.(open)} />
                <div className="ml-auto flex items-center">
                  {show?.(open)}
                  <Sizes scale={scale} onScale={set} />
                  <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
                </div>
              </div>
              <Picture key={file.file_id} {...{ file, contact, scale }} onScale={set} />
              <Turns at={at} of={pictures.length} onTurn={turn} />
            </div>
          ) : (
            <Gone onClose={onClose} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useOlder(ask: (() => void) | null): void {
  const asked = useEffectEvent(() => ask?.());
  const isWanted = ask !== null;
  useEffect(() => {
    if (isWanted) asked();
  }, [isWanted]);
}

function Sizes({ scale, onScale }: { scale: number; onScale: (scale: number) => void }) {
  const { t } = useLingui();
  return (
    <>
      <IconButton
        icon="minus"
        label={t`小さくする`}
        isDisabled={scale <= 1}
        onPress={() => onScale(scale / STEP)}
      />
      <IconButton
        icon="plus"
        label={t`大きくする`}
        isDisabled={scale >= MOST}
        onPress={() => onScale(scale * STEP)}
      />
    </>
  );
}

/** Taken back while somebody looked at it. */
function Gone({ onClose }: { onClose: () => void }) {
  return (
    <div className="grid grow place-content-center justify-items-center gap-4 p-4">
      <Heading slot="title" className="text-body font-normal">
        <Trans>この写真は、もう見られません。</Trans>
      </Heading>
      <Button onPress={onClose}>
        <Trans>閉じる</Trans>
      </Button>
    </div>
  );
}

interface HeadProps {
  file: FilePart;
  place: string;
  source: ReactNode;
}

function Head({ file, place, source }: HeadProps) {
  const shown = useShown(file.file_id);
  return (
    <>
      <div className="min-w-0">
        <Heading slot="title" className="text-body font-bold leading-150 wrap-anywhere">
          <AsTyped>{shown?.name ?? file.words}</AsTyped>
        </Heading>
        {file.about && (
          <p className="text-small wrap-anywhere">
            <AsTyped>{file.about}</AsTyped>
          </p>
        )}
        <p className="flex flex-wrap gap-x-3 text-small text-soft">
          {place && <span className="figures">{place}</span>}
          {shown && <span className="figures">{sizeWords(shown.size)}</span>}
          <FileState shown={shown} />
          {source}
        </p>
      </div>
      {shown?.whole && <SaveLink file={file} address={shown.whole} />}
    </>
  );
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
