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
  /** An act that takes nothing away. */
  mild?: boolean;
  onAct: () => void;
  onKeep: () => void;
  children: ReactNode;
}

export function Question(props: Props) {
  const { isOpen, title, act, keep, busy = false, mild = false, onAct, onKeep, children } = props;
  return (
    <Dialog question title={title} isOpen={isOpen} onClose={onKeep}>
      <DialogBody>{children}</DialogBody>
      <DialogFoot>
        <Button autoFocus onPress={onKeep}>
          {keep}
        </Button>
        <Button look={mild ? "first" : "grave"} isDisabled={busy} onPress={onAct}>
          {act}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
