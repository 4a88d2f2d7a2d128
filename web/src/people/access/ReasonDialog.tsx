/** What is not done without a reason: one line, which whoever it concerns will read. */
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { Trouble } from "./Trouble";

interface Props {
  title: ReactNode;
  /** What is done, where the title does not say it. */
  says?: ReactNode;
  label: string;
  /** Who reads it. */
  hint?: ReactNode;
  maxLength: number;
  /** What else is asked, after the reason. */
  children?: ReactNode;
  act: ReactNode;
  busy: boolean;
  error: Error | null;
  contact: string;
  onAct: (reason: string) => void;
  onClose: () => void;
}

export function ReasonDialog(props: Props) {
  const { title, says, label, hint, maxLength, children, act, busy, error, contact, onAct, onClose } = props;
  const [reason, setReason] = useState("");
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <DialogBody>
        {says && <p className="text-pretty">{says}</p>}
        <Field
          label={label}
          hint={hint}
          isRequired
          value={reason}
          onChange={setReason}
          maxLength={maxLength}
          autoFocus
        />
        {children}
        <Trouble error={error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={reason.trim() === "" || busy} onPress={() => onAct(reason)}>
          {act}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
