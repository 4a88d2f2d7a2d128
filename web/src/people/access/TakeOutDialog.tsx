/** Taking something about many people out as a file: not without a reason, which stands in the audit log. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import { saveMade } from "@/platform/files";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { Trouble } from "./Trouble";

interface Props {
  title: ReactNode;
  /** What is in it. */
  says: ReactNode;
  contact: string;
  address: string;
  /** What is asked beside the reason. */
  asked: Record<string, string | number>;
  onClose: () => void;
}

export function TakeOutDialog({ title, says, contact, address, asked, onClose }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const taking = useMutation({ mutationFn: () => saveMade(address, { ...asked, reason }) });
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <DialogBody>
        <p className="text-pretty">{says}</p>
        <Field
          label={t`書き出す理由`}
          hint={<Trans>書き出したことと理由は、監査の記録に残ります。</Trans>}
          isRequired
          value={reason}
          onChange={setReason}
          maxLength={200}
          autoFocus
        />
        <Trouble error={taking.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button
          look="first"
          isDisabled={reason.trim() === "" || taking.isPending}
          onPress={() => taking.mutate(undefined, { onSuccess: onClose })}
        >
          <Trans>書き出す</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
