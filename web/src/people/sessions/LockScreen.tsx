/** The seat is locked: who has left it, the way back by their password, and the way in for somebody else at this PC. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";

import type { Away, Entrance } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/PasswordField";

import { useUnlock } from "./entrance";
import { EntranceCard, SignIn, Trouble } from "./SignIn";

interface Props {
  entrance: Entrance;
  away: Away;
  /** Of a screen that shows pictures: back to them. */
  onBack?: (() => void) | undefined;
}

export function LockScreen({ entrance, away, onBack }: Props) {
  const [another, setAnother] = useState(false);
  const navigate = useNavigate();
  if (!another) return <Locked {...{ entrance, away, onBack }} onAnother={() => setAnother(true)} />;
  // What the first one had open is none of the next one's business.
  return (
    <SignIn
      entrance={entrance}
      brought={null}
      onEntered={() => void navigate({ to: "/" })}
      onBack={() => setAnother(false)}
    />
  );
}

function Locked({ entrance, away, onBack, onAnother }: Props & { onAnother: () => void }) {
  const { t } = useLingui();
  const unlock = useUnlock();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const name = fullName(away);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password !== "") unlock.mutate(password);
  };

  return (
    <EntranceCard
      contact={entrance.contact}
      title={onBack ? <Trans>見せるのを終わります</Trans> : <Trans>画面をロックしています</Trans>}
    >
      <p>
        <span className="font-name font-bold">
          <AsTyped>{name}</AsTyped>
        </span>
        {onBack ? (
          <Trans>さんのパスワードを入れると、元の画面に戻ります。</Trans>
        ) : (
          <Trans>さんが席を離れています。書きかけの文と送信待ちのメッセージは、なくなりません。</Trans>
        )}
      </p>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <PasswordField
          label={t`${name}さんのパスワード`}
          autoComplete="current-password"
          autoFocus
          value={password}
          error={tried && password === "" ? t`パスワードを入れてください。` : undefined}
          onChange={setPassword}
        />
        {unlock.error && <Trouble error={unlock.error} contact={entrance.contact} />}
        <Button type="submit" look="first" wide isDisabled={unlock.isPending}>
          {unlock.isPending ? <Trans>確かめています</Trans> : <Trans>続きから使う</Trans>}
        </Button>
      </form>
      {onBack && (
        <Button wide icon="back" onPress={onBack}>
          <Trans>写真に戻る</Trans>
        </Button>
      )}
      <Button look="quiet" wide onPress={onAnother}>
        <Trans>別の人がログインする</Trans>
      </Button>
    </EntranceCard>
  );
}
