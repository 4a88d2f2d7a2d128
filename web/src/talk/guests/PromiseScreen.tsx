/** Before anything is opened to a guest: the body has another text about secrecy than the one they accepted. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { EntranceCard, Trouble } from "@/people/sessions/SignIn";
import { Button } from "@/ui/Button";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { useConsent, usePromise } from "./invitation";
import { Words } from "./Words";

export function PromiseScreen({ contact, onSignOut }: { contact: string; onSignOut: () => void }) {
  const { t } = useLingui();
  const consent = useConsent();
  const promise = usePromise();
  const [isAccepted, setAccepted] = useState(false);
  const [tried, setTried] = useState(false);
  if (consent.isPending) return <Waiting says={t`読み込んでいます`} />;
  if (consent.isError) {
    return (
      <NotRead
        title={<Trans>守っていただくことを読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => void consent.refetch()}
      />
    );
  }
  const { words, digest, body } = consent.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isAccepted) promise.mutate(digest, { onError: () => void consent.refetch() });
  };
  return (
    <EntranceCard contact={consent.data.contact} title={<Trans>続ける前に、お読みください</Trans>}>
      <p>
        <Trans>
          {body}の、ゲストの方に守っていただくことの文が変わりました。同意すると、続きから使えます。
        </Trans>
      </p>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <Words words={words} accepted={isAccepted} onAccept={setAccepted} missing={tried} />
        {promise.error && <Trouble error={promise.error} contact={consent.data.contact} />}
        <Button type="submit" look="first" wide isDisabled={promise.isPending}>
          <Trans>同意して続ける</Trans>
        </Button>
      </form>
      <Button look="quiet" wide onPress={onSignOut}>
        <Trans>同意しないで、ログアウトする</Trans>
      </Button>
    </EntranceCard>
  );
}
