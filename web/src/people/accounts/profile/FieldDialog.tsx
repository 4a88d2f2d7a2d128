/** Adding a field, or calling one otherwise, and saying who fills it in. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";

import type { ProfileField } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { useAddField, useChangeField } from "./fields";

interface Props {
  /** The one to change; none: a new one. */
  field: ProfileField | null;
  contact: string;
  onClose: () => void;
}

export function FieldDialog({ field, contact, onClose }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(field?.name ?? "");
  const [by, setBy] = useState<"holder" | "administrator">(field?.by_holder ? "holder" : "administrator");
  const add = useAddField();
  const change = useChangeField(field?.key ?? "");
  const save = field ? change : add;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, by_holder: by === "holder" }, { onSuccess: onClose });
  };
  const title = field ? <Trans>項目を変える</Trans> : <Trans>項目を加える</Trans>;
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <Form validationBehavior="aria" onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          <Field
            label={t`項目の名前`}
            hint={t`例：公用携帯、運転できる車、手話`}
            isRequired
            autoFocus
            value={name}
            onChange={setName}
          />
          <Choice
            label={t`書く人`}
            value={by}
            onChange={setBy}
            choices={[
              { value: "administrator", says: <Trans>管理者だけ</Trans> },
              { value: "holder", says: <Trans>本人も</Trans> },
            ]}
          />
          <p className="text-small text-soft">
            <Trans>
              「本人も」にすると、本人が自分の設定で書けます。見せるかどうかと、本人に書かせるかどうかは、アカウント管理グループごとに変えられます。
            </Trans>
          </p>
          <Trouble error={save.error} contact={contact} />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={save.isPending || name.trim() === ""}>
            {field ? <Trans>保存する</Trans> : <Trans>加える</Trans>}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
