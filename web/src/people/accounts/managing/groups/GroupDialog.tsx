/** Naming a group, and saying which fields of its people others see and they themselves change. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";

import type { AccountGroup, ProfileField } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { useKnownFields } from "@/people/accounts/profile/fields";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { type GroupWish, useSaveGroup } from "./groups";

interface Props {
  /** The one to change; none: a new one. */
  group: AccountGroup | null;
  contact: string;
  onClose: () => void;
}

export function GroupDialog({ group, contact, onClose }: Props) {
  const { t } = useLingui();
  const [wish, setWish] = useState<GroupWish>(() => wishOf(group));
  const save = useSaveGroup(group?.group_id ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wish, { onSuccess: onClose });
  };
  const title = group ? <Trans>グループを変える</Trans> : <Trans>グループを加える</Trans>;
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <Form validationBehavior="aria" onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          <Field
            label={t`グループの名前`}
            hint={t`例：小中学校、病院、消防`}
            isRequired
            autoFocus
            value={wish.name}
            onChange={(name) => setWish({ ...wish, name })}
          />
          <Fields wish={wish} onChange={setWish} />
          <Trouble error={save.error} contact={contact} />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={save.isPending || wish.name.trim() === ""}>
            {group ? <Trans>保存する</Trans> : <Trans>加える</Trans>}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

interface FieldsProps {
  wish: GroupWish;
  onChange: (wish: GroupWish) => void;
}

function Fields({ wish, onChange }: FieldsProps) {
  const { t } = useLingui();
  const fields = useKnownFields();
  if (fields.length === 0) return null;
  return (
    <>
      <Ticks
        legend={t`ほかの職員に見せない項目`}
        fields={fields}
        ticked={wish.hidden}
        onChange={(hidden) => onChange({ ...wish, hidden })}
      />
      <Ticks
        legend={t`本人が変えられない項目`}
        fields={fields.filter((field) => field.by_holder)}
        ticked={wish.locked}
        onChange={(locked) => onChange({ ...wish, locked })}
      />
    </>
  );
}

interface TicksProps {
  legend: string;
  fields: readonly ProfileField[];
  ticked: readonly string[];
  onChange: (keys: string[]) => void;
}

function Ticks({ legend, fields, ticked, onChange }: TicksProps) {
  if (fields.length === 0) return null;
  const toggle = (key: string, on: boolean) =>
    onChange(on ? [...ticked, key] : ticked.filter((each) => each !== key));
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-bold">{legend}</legend>
      {fields.map((field) => (
        <label key={field.key} className="flex min-h-9 items-center gap-2 coarse:min-h-11">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={ticked.includes(field.key)}
            onChange={(event) => toggle(field.key, event.target.checked)}
          />
          <span className="wrap-anywhere">{field.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function wishOf(group: AccountGroup | null): GroupWish {
  return group
    ? { name: group.name, hidden: [...group.hidden], locked: [...group.locked] }
    : { name: "", hidden: [], locked: [] };
}
