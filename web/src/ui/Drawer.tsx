/** A pane that slides over what is open when there is no room beside it. */
import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";

interface Props {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

export function Drawer({ label, onClose, children }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-20 flex h-dvh justify-end bg-black/50 pt-(--strip)"
    >
      <Modal
        data-moves=""
        className="h-full w-full max-w-[22.5rem] bg-surface shadow-raised forced-colors:border-l"
      >
        <Dialog aria-label={label} className="flex h-full min-h-0 flex-col text-ink">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
