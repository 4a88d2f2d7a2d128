/** Who is at the door: body, staff number or mail address, password. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";

import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { PasswordField } from "@/ui/PasswordField";

export interface Credentials {
  tenant: string;
  login_id: string;
  password: string;
}

interface Props {
  /** The one body of this installation, or null when it must be named. */
  tenant: { code: string; name: string } | null;
  known: Credentials;
  busy: boolean;
  trouble: ReactNode;
  onSubmit: (credentials: Credentials) => void;
}

export function SignInForm({ tenant, known, busy, trouble, onSubmit }: Props) {
  const { t } = useLingui();
  const [given, give] = useState(known);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Credentials>) => give((before) => ({ ...before, ...part }));
  const missing = (value: string, says: string) => (tried && value === "" ? says : undefined);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    toFirstEmpty(event.currentTarget);
    const ready = { ...given, tenant: narrow(given.tenant), login_id: narrow(given.login_id) };
    if (ready.tenant && ready.login_id && ready.password) onSubmit(ready);
  };

  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      {tenant ? (
        <OneBody name={tenant.name} />
      ) : (
        <Field
          label={t`団体コード`}
          hint={t`配られた用紙にある「団体コード」です。`}
          isRequired
          autoFocus
          validationBehavior="aria"
          autoComplete="organization"
          code
          value={given.tenant}
          error={missing(given.tenant, t`団体コードを入れてください。`)}
          onChange={(code) => change({ tenant: code })}
          onBlur={() => change({ tenant: narrow(given.tenant) })}
        />
      )}
      <Field
        label={t`職員番号またはメール`}
        isRequired
        autoFocus={tenant !== null}
        validationBehavior="aria"
        autoComplete="username"
        code
        enterKeyHint="next"
        value={given.login_id}
        error={missing(given.login_id, t`職員番号またはメールを入れてください。`)}
        onChange={(id) => change({ login_id: id })}
        onBlur={() => change({ login_id: narrow(given.login_id) })}
      />
      <PasswordField
        label={t`パスワード`}
        autoComplete="current-password"
        value={given.password}
        error={missing(given.password, t`パスワードを入れてください。`)}
        onChange={(password) => change({ password })}
      />
      {trouble}
      <Button type="submit" look="first" wide isDisabled={busy}>
        {busy ? <Trans>確かめています</Trans> : <Trans>ログイン</Trans>}
      </Button>
    </form>
  );
}

function OneBody({ name }: { name: string }) {
  return (
    <dl className="grid gap-1">
      <dt className="font-bold">
        <Trans>団体</Trans>
      </dt>
      <dd>{name}</dd>
    </dl>
  );
}

function toFirstEmpty(form: HTMLFormElement) {
  const fields = [...form.querySelectorAll("input")];
  fields.find((field) => field.value.trim() === "")?.focus();
}

/** Full width is put right, visibly, when the field is left. A password is left exactly as typed. */
function narrow(text: string): string {
  return text.normalize("NFKC").trim();
}
