/** Pictures of a message, one at a time, as large as the window: by keys, by wheel, by two fingers. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import type { FilePart } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { IconButton } from "@/ui/IconButton";

import { FileCard } from "./FileCard";
import { FileReason } from "./FileReason";
import { FileState } from "./FileState";
import { SaveLink } from "./SaveLink";
import { useShown } from "./shown";
import { sizeWords } from "./sizes";
import { Zoomed } from "./Zoomed";

interface Props {
  pictures: readonly FilePart[];
  first: number;
  contact: string;
  onClose: () => void;
}

const MOST = 8;
const STEP = 1.5;

export function Viewer({ pictures, first, contact, onClose }: Props) {
  const { t } = useLingui();
  const [at, go] = useState(first);
  const [scale, zoom] = useState(1);
  const file = pictures[at];
  const turn = (by: number) => {
    if (at + by < 0 || at + by >= pictures.length) return;
    go(at + by);
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
  if (!file) return null;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-20 h-dvh bg-surface pt-[var(--strip)]"
    >
      <Modal className="size-full">
        <Dialog className="flex size-full flex-col text-ink outline-none">
          <div className="flex min-h-0 grow flex-col">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 pr-2 pl-4">
              <Head file={file} place={pictures.length > 1 ? t`${at + 1}／${pictures.length}枚` : ""} />
              <div className="ml-auto flex items-center">
                <IconButton
                  icon="minus"
                  label={t`小さくする`}
                  isDisabled={scale <= 1}
                  onPress={() => set(scale / STEP)}
                />
                <IconButton
                  icon="plus"
                  label={t`大きくする`}
                  isDisabled={scale >= MOST}
                  onPress={() => set(scale * STEP)}
                />
                <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
              </div>
            </div>
            <Picture key={file.file_id} {...{ file, contact, scale }} onScale={set} />
            {pictures.length > 1 && (
              <div className="flex items-center justify-center gap-6 border-t border-line py-1.5">
                <IconButton icon="back" label={t`前の画像`} isDisabled={at === 0} onPress={() => turn(-1)} />
                <IconButton
                  icon="forward"
                  label={t`次の画像`}
                  isDisabled={at === pictures.length - 1}
                  onPress={() => turn(1)}
                />
              </div>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Wherever the focus stands in it: nothing else of the page has the keys now. */
function useKeys(pressed: (event: KeyboardEvent) => void) {
  const heard = useEffectEvent(pressed);
  useEffect(() => {
    const ways = new AbortController();
    document.addEventListener("keydown", (event) => heard(event), { signal: ways.signal });
    return () => ways.abort();
  }, []);
}

interface Wish {
  turn?: number;
  times?: number;
}

const WISHES = new Map<string, Wish>([
  ["ArrowLeft", { turn: -1 }],
  ["ArrowRight", { turn: 1 }],
  ["+", { times: STEP }],
  [";", { times: STEP }], // the + of a Japanese keyboard without Shift
  ["-", { times: 1 / STEP }],
  ["0", { times: 0 }],
]);

/** Larger than the window, a picture is moved by the arrows. */
function askedBy({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, isLarge: boolean): Wish | undefined {
  if (ctrlKey || metaKey || altKey || (isLarge && key.startsWith("Arrow"))) return undefined;
  return WISHES.get(key);
}

function Head({ file, place }: { file: FilePart; place: string }) {
  const shown = useShown(file.file_id);
  return (
    <>
      <div className="min-w-0">
        <Heading slot="title" className="text-body font-bold leading-150 wrap-anywhere">
          <AsTyped>{shown?.name ?? file.words}</AsTyped>
        </Heading>
        <p className="flex flex-wrap gap-x-3 text-small text-soft">
          {place && <span className="figures">{place}</span>}
          {shown && <span className="figures">{sizeWords(shown.size)}</span>}
          <FileState shown={shown} />
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
  if (shown === undefined) {
    return (
      <p role="status" className="grid grow place-items-center text-soft">
        <Trans>読み込んでいます</Trans>
      </p>
    );
  }
  // Where nothing may be saved, it is looked at in the small.
  const address = shown?.whole ?? (shown?.not_saved ? shown.small : null);
  if (!address) {
    return (
      <div className="grid min-h-0 grow place-items-center overflow-y-auto p-4">
        <FileCard {...{ file, shown, contact }} />
      </div>
    );
  }
  return (
    <>
      {shown?.not_saved && (
        <p className="px-4 py-2 text-small text-firm">
          <FileReason code={shown.not_saved} contact={contact} />
        </p>
      )}
      <Zoomed file={file} address={address} scale={scale} onScale={onScale} />
    </>
  );
}
