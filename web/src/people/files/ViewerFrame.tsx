/** What is around whatever is looked at in all of the window: its name, how large it is shown, and the way back. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import type { FilePart } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";

import { FileState } from "./FileState";
import { SaveLink } from "./SaveLink";
import { useShown } from "./shown";
import { sizeWords } from "./sizes";
import { STEP } from "./viewing";

export function ViewerFrame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-20 h-dvh bg-surface pt-[var(--strip)]"
    >
      <Modal className="size-full">
        <Dialog className="flex size-full flex-col text-ink outline-none">{children}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface HeadProps {
  file: FilePart;
  /** Which of how many. */
  place?: ReactNode;
  /** Where it comes from. */
  source?: ReactNode;
  children: ReactNode;
}

export function ViewerHead({ file, place, source, children }: HeadProps) {
  const shown = useShown(file.file_id);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 pr-2 pl-4">
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
      <div className="ml-auto flex items-center">{children}</div>
    </div>
  );
}

interface SizesProps {
  scale: number;
  least: number;
  most: number;
  onScale: (scale: number) => void;
}

export function Sizes({ scale, least, most, onScale }: SizesProps) {
  const { t } = useLingui();
  return (
    <>
      <IconButton
        icon="minus"
        label={t`小さくする`}
        isDisabled={scale <= least}
        onPress={() => onScale(scale / STEP)}
      />
      <IconButton
        icon="plus"
        label={t`大きくする`}
        isDisabled={scale >= most}
        onPress={() => onScale(scale * STEP)}
      />
    </>
  );
}

/** Taken back while somebody looked at it. */
export function Gone({ title, onClose }: { title: ReactNode; onClose: () => void }) {
  return (
    <div className="grid grow place-content-center justify-items-center gap-4 p-4">
      <Heading slot="title" className="text-body font-normal">
        {title}
      </Heading>
      <Button onPress={onClose}>
        <Trans>閉じる</Trans>
      </Button>
    </div>
  );
}
