/** Turning a request down, with a line that whoever asked reads. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountRequest } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { useRequestAct } from "./requests";
import { whoOf } from "./words";

interface Props {
  request: AccountRequest;
  contact: string;
  onClose: () => void;
}

export function DeclineDialog({ request, contact, onClose }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const does = useRequestAct();
  const name = whoOf(request);
  const act = () =>
    does.mutate({ act: "decline", asking: request.asking_id, reason }, { onSuccess: onClose });
  return (
    <Dialog isOpen title={<Trans>{name}さんの依頼を断る</Trans>} onClose={onClose}>
      <DialogBody>
        <Field
          label={t`断るわけ`}
          hint={<Trans>依頼した人が読みます。</Trans>}
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
        <Button look="first" isDisabled={reason.trim() === "" || does.isPending} onPress={act}>
          <Trans>断る</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
