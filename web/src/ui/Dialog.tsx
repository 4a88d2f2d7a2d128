/** A dialog: it takes the focus, gives it back, and closes with Esc unless a conversion is open. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Dialog as Frame, Heading, Modal, ModalOverlay } from "react-aria-components";

import { IconButton } from "./IconButton";

interface Props {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** A question has no cross: its two buttons are the answers. */
  question?: boolean;
  /** Room for two columns of fields. */
  wide?: boolean;
  children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, question = false, wide = false, children }: Props) {
  const { t } = useLingui();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={false}
      className="fixed inset-0 z-20 grid h-dvh grid-rows-[minmax(0,1fr)] place-items-center bg-black/50 p-3 pt-[calc(var(--strip)+0.75rem)]"
    >
      <Modal
        className={`grid max-h-full w-full grid-cols-1 grid-rows-[minmax(0,1fr)] rounded-12 border border-line bg-surface shadow-raised ${wide ? "max-w-[52rem]" : "max-w-[34rem]"}`}
      >
        <Frame
          role={question ? "alertdialog" : "dialog"}
          className="flex min-h-0 flex-col rounded-12 text-ink short:overflow-y-auto"
        >
          {/* Where little is left beside the cross, it stands above the title. Wrapped upwards, the end is the top. */}
          <div className="flex flex-wrap-reverse items-end justify-end gap-x-2 px-5 pt-4">
            <Heading slot="title" className="min-w-0 grow basis-[12rem] py-1 text-lead font-bold">
              {title}
            </Heading>
            {!question && <IconButton icon="close" label={t`閉じる`} onPress={onClose} />}
          </div>
          {children}
        </Frame>
      </Modal>
    </ModalOverlay>
  );
}

/** What a dialog says or asks for; it scrolls when the window is low, and with head and foot when it is very low. */
export function DialogBody({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-0 grid-cols-1 content-start gap-4 overflow-y-auto px-5 py-3 short:shrink-0 short:overflow-visible">
      {children}
    </div>
  );
}

/** The buttons at its foot, the act last. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{children}</div>;
}
