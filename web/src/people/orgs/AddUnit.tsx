/** Adding a unit at the top or below another one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";

import type { ArrangedUnit, OrganizationId, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { kindOf } from "./kinds";
import { useAddUnit } from "./tree";

interface Props {
  hall: OrganizationId;
  above: ArrangedUnit | null;
  contact: string;
  onClose: () => void;
  onAdded: (unit: UnitId) => void;
}

export function AddUnit({ hall, above, contact, onClose, onAdded }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const add = useAddUnit(hall);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wish = { parent_id: above?.unit_id ?? null, name, kind: kindOf(name) };
    const done = ({ unit_id }: { unit_id: UnitId }) => {
      onAdded(unit_id);
      onClose();
    };
    add.mutate(wish, { onSuccess: done });
  };
  return (
    <Dialog isOpen title={<Trans>所属を加える</Trans>} onClose={onClose}>
      <Form validationBehavior="aria" onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          <p className="text-small text-soft">
            {above ? (
              <Trans>「{above.path}」の下に加えます。</Trans>
            ) : (
              <Trans>いちばん上の段に加えます。</Trans>
            )}
          </p>
          <Field
            label={t`所属の名前`}
            isRequired
            autoFocus
            value={name}
            onChange={setName}
            hint={t`例：健康づくり推進課。上の所属の名前は付けません。`}
          />
          <Trouble error={add.error} contact={contact} />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={add.isPending || name.trim() === ""}>
            <Trans>加える</Trans>
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
