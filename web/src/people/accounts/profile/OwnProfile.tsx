/** In the settings: the fields of one's own profile, to fill in or only to read. Without fields there is nothing here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";

import type { Me, OwnField } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";

import { useFillIn, useOwnProfile } from "./own";

export function OwnProfile({ me }: { me: Me }) {
  const profile = useOwnProfile();
  if (!profile.data || profile.data.length === 0) return null;
  const fields = profile.data;
  const isMine = fields.some((field) => field.may_fill_in);
  return (
    <section className="grid gap-5 border-t border-line pt-5">
      <h2 className="text-lead font-bold">
        <Trans>自分の情報</Trans>
      </h2>
      <p className="text-pretty">
        <Trans>名前を押したときに出る、あなたの情報です。姓や所属が違うときは{me.contact}へ。</Trans>
      </p>
      {isMine && <Mine key={fields.map((field) => field.key).join()} fields={fields} contact={me.contact} />}
      <Read fields={fields.filter((field) => !field.may_fill_in)} />
    </section>
  );
}

function Mine({ fields, contact }: { fields: readonly OwnField[]; contact: string }) {
  const { t } = useLingui();
  const mine = fields.filter((field) => field.may_fill_in);
  const [values, setValues] = useState(() => valuesOf(mine));
  const fill = useFillIn();
  const isSame = mine.every((field) => values[field.key] === field.value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    fill.mutate(values);
  };
  return (
    <Form validationBehavior="aria" onSubmit={submit} className="grid gap-4">
      {mine.map((field) => (
        <Field
          key={field.key}
          label={field.name}
          hint={!field.is_seen && <Trans>管理者とあなただけに見えます。</Trans>}
          value={values[field.key] ?? ""}
          onChange={(value) => setValues({ ...values, [field.key]: value })}
          error={isAbout(fill.error, field.key) && t`100文字までにしてください。`}
        />
      ))}
      <Trouble error={fill.error} contact={contact} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isDisabled={isSame || fill.isPending}>
          <Trans>保存する</Trans>
        </Button>
        <p role="status" className="text-small text-soft">
          {fill.isSuccess && isSame && <Trans>保存しました。</Trans>}
        </p>
      </div>
    </Form>
  );
}

function Read({ fields }: { fields: readonly OwnField[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="grid gap-3">
      {fields.map((field) => (
        <div key={field.key} className="grid gap-0.5">
          <dt className="text-small text-soft">
            <Trans>{field.name}（管理者が書きます）</Trans>
          </dt>
          <dd className="wrap-anywhere">{field.value || <Trans>記入がありません</Trans>}</dd>
        </div>
      ))}
    </dl>
  );
}

function valuesOf(fields: readonly OwnField[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.key, field.value]));
}

function isAbout(error: Error | null, key: string): boolean {
  return error instanceof Refusal && error.details.field === `profile.${key}`;
}
