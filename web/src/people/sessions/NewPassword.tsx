/** The password has done its work: here the person chooses the next one, with the rules in sight. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";

import { Button } from "@/ui/Button";

import { NewPasswordField } from "./NewPasswordField";
import { Step } from "./Step";
import { type Rules, strengthOf } from "./strength";

interface Props {
  rules: Rules;
  /** A first password was given; else the one before has become too old. */
  first: boolean;
  busy: boolean;
  trouble: ReactNode;
  onSubmit: (password: string) => void;
}

export function NewPassword({ rules, first, busy, trouble, onSubmit }: Props) {
  const { t } = useLingui();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const strength = strengthOf(password, rules);
  const isEnough = strength !== "short" && strength !== "plain";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEnough) onSubmit(password);
  };

  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      {first && <Step at={1} />}
      <p>
        {first ? (
          <Trans>はじめてのログインです。これから使うパスワードを決めてください。</Trans>
        ) : (
          <Trans>いままでのパスワードは期限が切れました。これから使うパスワードを決めてください。</Trans>
        )}
      </p>
      <NewPasswordField
        label={t`新しいパスワード`}
        rules={rules}
        tried={tried}
        autoFocus
        value={password}
        onChange={setPassword}
      />
      {trouble}
      <Button type="submit" look="first" wide isDisabled={busy}>
        {busy ? <Trans>確かめています</Trans> : <Trans>このパスワードにする</Trans>}
      </Button>
    </form>
  );
}
