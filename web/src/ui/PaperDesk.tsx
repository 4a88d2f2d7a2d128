/** Papers before they are printed: they lie on a desk, and above them stands what can be done with them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";

import { Button } from "./Button";
import { print, usePrintKey } from "./onPaper";

interface Props {
  title: string;
  /** How far they have come. */
  says: ReactNode;
  isReady: boolean;
  /** What is chosen of them, in a line of its own. */
  choices?: ReactNode;
  /** What goes on with them, where they have stopped. */
  more?: ReactNode;
  /** What will stand at the foot of every page, where pages are counted; under no sheet it is not said. */
  foot?: string;
  onClose: () => void;
  children: ReactNode;
}

export function PaperDesk({ title, says, isReady, choices, more, foot, onClose, children }: Props) {
  const { t } = useLingui();
  usePrintKey(() => isReady && void print(), { onDesk: true });
  const head = useReady(isReady);
  // The browser's own way to print knows nothing of what is still missing.
  const offPaper = isReady ? undefined : t`「印刷する」を押せるようになってから、印刷してください。`;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-x-0 top-(--strip) bottom-0 z-20 overflow-auto bg-sunken"
    >
      <Modal data-desk="" data-off-paper={offPaper} className="min-h-full">
        <Dialog aria-label={t`${title}の印刷`} className="outline-none">
          <header
            ref={head}
            className="not-on-paper sticky top-0 left-0 z-10 grid gap-2 border-b border-line bg-surface px-4 py-3 short:static"
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <h1 className="min-w-0 grow text-title font-bold">
                <Trans>{title}の印刷</Trans>
              </h1>
              <p role="status" className="figures text-small">
                {says}
              </p>
              {more}
              <Button
                data-act=""
                look="first"
                icon="print"
                isDisabled={!isReady}
                onPress={() => void print()}
              >
                <Trans>印刷する</Trans>
              </Button>
              <Button onPress={onClose}>
                <Trans>終わる</Trans>
              </Button>
            </div>
            {choices}
          </header>
          <div className="grid w-max min-w-full justify-items-center p-4">
            {children}
            {/* However long: the width of the desk is that of its sheets. */}
            {children && foot && (
              <p className="not-on-paper paper-foot w-full pt-2 text-center contain-inline-size">
                <Trans>{foot}（どのページの下にも、1／2ページのように出ます）</Trans>
              </p>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** As soon as the papers lie there the key of their printing is at hand, unless somebody is choosing among them. */
function useReady(isReady: boolean) {
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    const isBusy = head.current?.contains(document.activeElement);
    if (isReady && !isBusy) head.current?.querySelector<HTMLElement>("[data-act]")?.focus();
  }, [isReady]);
  return head;
}
