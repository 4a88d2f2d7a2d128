/** 本人の確認: password, and a code where the account has a second factor; then what was asked for goes on by itself. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";

import { Trouble } from "@/people/access/Trouble";
import { api } from "@/platform/api";
import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { PasswordField } from "@/ui/PasswordField";

import type { Asked } from "./asked";

interface Props {
  asked: Asked;
  contact: string;
}

export function StepUp({ asked, contact }: Props) {
  const { t } = useLingui();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const prove = useMutation({
    mutationFn: (body: { password: string; one_time_code: string | null }) =>
      api.post("/api/proof", { body }),
    onSuccess: asked.proved,
    onError: (error) => {
      setTried(false);
      // Of a wrong password the code was not even looked at.
      if (!isOfPassword(error)) setCode("");
    },
  });
  const isWrong = isOfPassword(prove.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password === "" || (asked.second && code.trim() === "") || prove.isPending) return;
    prove.mutate({ password, one_time_code: asked.second ? code : null });
  };

  return (
    <Dialog isOpen title={<Trans>本人の確認</Trans>} onClose={asked.putOff}>
      <form noValidate onSubmit={submit} className="contents">
        <DialogBody>
          <p>
            <Trans>大事な操作なので、もう一度確かめます。確かめたあと10分の間は聞きません。</Trans>
          </p>
          <PasswordField
            label={t`パスワード`}
            autoComplete="current-password"
            autoFocus
            value={password}
            error={saidOf(tried && password === "", isWrong)}
            onChange={setPassword}
          />
          {asked.second && (
            <Field
              label={t`確認コード`}
              hint={<Trans>アプリに出ている6けたの数字か、復旧コードです。</Trans>}
              isRequired
              validationBehavior="aria"
              autoComplete="one-time-code"
              inputMode="numeric"
              code
              value={code}
              error={tried && code.trim() === "" ? t`確認コードを入れてください。` : undefined}
              onChange={setCode}
            />
          )}
          {!isWrong && <Trouble error={prove.error} contact={contact} />}
        </DialogBody>
        <DialogFoot>
          <Button onPress={asked.putOff}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={prove.isPending}>
            {prove.isPending ? <Trans>確かめています</Trans> : <Trans>確かめて続ける</Trans>}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function isOfPassword(error: Error | null): boolean {
  return error instanceof Refusal && error.details.field === "password";
}

function saidOf(isMissing: boolean, isWrong: boolean) {
  if (isMissing) return <Trans>パスワードを入れてください。</Trans>;
  return isWrong ? <Trans>パスワードが違います。</Trans> : undefined;
}
