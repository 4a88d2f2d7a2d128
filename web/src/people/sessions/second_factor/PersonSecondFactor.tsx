/** Somebody else's second factor, for whoever watches over logins: how it is, and taking a lost one away. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";

import type { AccountId, Security } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { useSessionsOf } from "@/people/sessions/sessions";
import { api } from "@/platform/api";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";

import { SecondWords } from "./SecondWords";

interface Props {
  accountId: AccountId;
  security: Security;
  contact: string;
}

export function PersonSecondFactor({ accountId, security, contact }: Props) {
  const [asks, setAsks] = useState(false);
  const { second, second_is_relaxed: relaxed } = security;
  return (
    <section className="grid gap-3">
      <h3 className="font-bold">
        <Trans>二要素認証</Trans>
      </h3>
      <SecondWords second={second} relaxed={relaxed} />
      {second.is_on && !asks && (
        <div>
          <Button small look="grave" onPress={() => setAsks(true)}>
            <Trans>なくした人の二要素認証を取り消す</Trans>
          </Button>
        </div>
      )}
      {asks && <Reset accountId={accountId} contact={contact} onClose={() => setAsks(false)} />}
    </section>
  );
}

function Reset({ accountId, contact, onClose }: Omit<Props, "security"> & { onClose: () => void }) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const found = useSessionsOf(accountId);
  const reset = useMutation({
    mutationFn: () =>
      api.post("/api/accounts/{account_id}/second-factor/reset", {
        path: { account_id: accountId },
        body: { reason },
      }),
    onSuccess: onClose,
    onSettled: () => found.refetch(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== "") reset.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-3 rounded-8 border border-line p-4">
      <p>
        <Trans>
          この人の端末はすべてログアウトします。必要な人は、次のログインでもう一度設定します。電話などで、本人であることを確かめてから取り消してください。本人には、だれが、なぜ取り消したかが出ます。
        </Trans>
      </p>
      <Field
        label={t`理由`}
        isRequired
        validationBehavior="aria"
        autoFocus
        value={reason}
        error={tried && reason.trim() === "" ? t`理由を書いてください。` : undefined}
        onChange={setReason}
      />
      <Trouble error={reset.error} contact={contact} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="grave" isDisabled={reset.isPending}>
          <Trans>取り消す</Trans>
        </Button>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
      </div>
    </form>
  );
}
