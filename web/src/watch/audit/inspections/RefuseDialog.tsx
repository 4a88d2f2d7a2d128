/** Refusing an inspection. Whoever asked is told why. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Inspection } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { useInspectionAct } from "./inspections";

interface Props {
  inspection: Inspection;
  name: string;
  contact: string;
  onClose: () => void;
}

export function RefuseDialog({ inspection: { inspection_id }, name, contact, onClose }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const does = useInspectionAct();
  const refuse = () =>
    does.mutate({ act: "refuse", inspection: inspection_id, reason }, { onSuccess: onClose });
  return (
    <Dialog isOpen title={t`「${name}」の閲覧を承認しない`} onClose={onClose}>
      <DialogBody>
        <Field
          label={t`承認しない理由`}
          hint={<Trans>申請した人に見えます。</Trans>}
          isRequired
          value={reason}
          onChange={setReason}
          maxLength={300}
          autoFocus
        />
        <Trouble error={does.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={reason.trim() === "" || does.isPending} onPress={refuse}>
          <Trans>承認しない</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
