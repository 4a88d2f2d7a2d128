/** Naming an organization: a new one (議会, 消防団), or the one that is shown. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import type { Hall, OrganizationId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { api } from "@/platform/api";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { useAddHall } from "./tree";

interface Props {
  /** The one to rename; none: a new one. */
  hall: Hall | null;
  contact: string;
  onClose: () => void;
  onDone: (hall: OrganizationId) => void;
}

export function HallName({ hall, contact, onClose, onDone }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(hall?.name ?? "");
  const add = useAddHall();
  const rename = useMutation({
    mutationFn: async (organization_id: OrganizationId): Promise<void> => {
      await api.put("/api/organizations/{organization_id}", { path: { organization_id }, body: { name } });
    },
  });
  const done = (id: OrganizationId) => {
    onDone(id);
    onClose();
  };
  const save = () => {
    if (hall) rename.mutate(hall.organization_id, { onSuccess: () => done(hall.organization_id) });
    else add.mutate(name, { onSuccess: ({ organization_id }) => done(organization_id) });
  };
  return (
    <Dialog
      isOpen
      title={hall ? <Trans>組織の名前を変える</Trans> : <Trans>組織を加える</Trans>}
      onClose={onClose}
    >
      <DialogBody>
        <Field
          label={t`組織の名前`}
          hint={t`役所、議会、消防団など。ルームと話は、組織の間で混ざりません。`}
          isRequired
          autoFocus
          value={name}
          onChange={setName}
        />
        <Trouble error={add.error ?? rename.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={add.isPending || rename.isPending} onPress={save}>
          <Trans>保存する</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
