/** A question before something that cannot be taken back: what will happen, to whom, and two verbs. The safe one has the focus. */
import type { ReactNode } from "react";

import { Button } from "./Button";
import { Dialog, DialogBody, DialogFoot } from "./Dialog";

interface Props {
  isOpen: boolean;
  title: ReactNode;
  act: string;
  keep: string;
  busy?: boolean;
  onAct: () => void;
  onKeep: () => void;
  children: ReactNode;
}

export function Question({ isOpen, title, act, keep, busy = false, onAct, onKeep, children }: Props) {
  return (
    <Dialog question title={title} isOpen={isOpen} onClose={onKeep}>
      <DialogBody>{children}</DialogBody>
      <DialogFoot>
        <Button autoFocus onPress={onKeep}>
          {keep}
        </Button>
        <Button look="grave" isDisabled={busy} onPress={onAct}>
          {act}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
