/** The page of an invitation: who invites into which room, what is to be kept to, and the password of one's own. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import type { ShownInvitation } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { NewPasswordField } from "@/people/sessions/NewPasswordField";
import { EntranceCard, Second, stepLeft, Trouble } from "@/people/sessions/SignIn";
import { strengthOf } from "@/people/sessions/strength";
import { Refusal } from "@/platform/refusals";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";
import { Waiting } from "@/ui/Waiting";

import { type Ticket, useAccept, useInvitation } from "./invitation";
import { Words } from "./Words";

interface Props {
  /** As the link brought it; without a code it is typed from paper. */
  ticket: Ticket;
  onCome: () => void;
  /** Whoever has a password already signs in as everybody does. */
  onSignIn: () => void;
}

export function Invited({ ticket: brought, onCome, onSignIn }: Props) {
  const [ticket, use] = useState(brought);
  if (ticket.code === "") return <Typing onTyped={use} onSignIn={onSignIn} />;
  return <Looking ticket={ticket} onCome={onCome} onSignIn={onSignIn} />;
}

function Typing({ onTyped, onSignIn }: { onTyped: (ticket: Ticket) => void; onSignIn: () => void }) {
  const { t } = useLingui();
  const [tenant, setTenant] = useState("");
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tenant.trim() && code.trim()) onTyped({ tenant: tenant.trim(), code: code.replace(/\s/g, "") });
  };
  return (
    <EntranceCard contact="" title={<Trans>ゲストの招待</Trans>}>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <p>
          <Trans>招待の紙に書いてある、団体コードと招待の番号を入れてください。</Trans>
        </p>
        <Field label={t`団体コード`} code value={tenant} onChange={setTenant} />
        <Field label={t`招待の番号`} code value={code} onChange={setCode} />
        <Button type="submit" look="first" wide>
          <Trans>招待を開く</Trans>
        </Button>
      </form>
      <ToSignIn onSignIn={onSignIn} />
    </EntranceCard>
  );
}

function Looking({ ticket, onCome, onSignIn }: Props) {
  const { t } = useLingui();
  const invitation = useInvitation(ticket);
  if (invitation.isPending) return <Waiting says={t`招待を確かめています`} />;
  if (invitation.isError) return <Shut error={invitation.error} onSignIn={onSignIn} />;
  return <Coming ticket={ticket} shown={invitation.data} onCome={onCome} onSignIn={onSignIn} />;
}

/** Why it does not open. On the office's own network no invitation opens at all. */
function Shut({ error, onSignIn }: { error: Error; onSignIn: () => void }) {
  const isElsewhere = error instanceof Refusal && error.code === "not_found";
  return (
    <EntranceCard contact="" title={<Trans>招待を開けませんでした</Trans>}>
      {isElsewhere ? (
        <p role="alert">
          <Trans>
            招待は、インターネット側で開いてください。庁内の LGWAN
            の画面では開けません。スマートフォンか、会社のパソコンを使ってください。
          </Trans>
        </p>
      ) : (
        <Trouble error={error} contact="" />
      )}
      <ToSignIn onSignIn={onSignIn} />
    </EntranceCard>
  );
}

interface ComingProps extends Props {
  shown: ShownInvitation;
}

function Coming({ ticket, shown, onCome, onSignIn }: ComingProps) {
  const { t } = useLingui();
  const accept = useAccept(ticket);
  const [isAccepted, setAccepted] = useState(false);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const strength = strengthOf(password, shown.password);
  const isEnough = strength !== "short" && strength !== "plain";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEnough && isAccepted) accept.mutate({ digest: shown.digest, password }, { onSuccess: onCome });
  };
  const step = stepLeft(accept.error);
  // The invitation is used up: whoever lets the time pass signs in with the password they have chosen.
  if (step)
    return (
      <Second {...{ step, contact: shown.contact, onEntered: onCome, onOver: onSignIn, onBack: onSignIn }} />
    );
  return (
    <EntranceCard contact={shown.contact} title={<Trans>ゲストとして招待されています</Trans>}>
      <Invitation shown={shown} />
      <form noValidate onSubmit={submit} className="grid gap-5">
        <Words words={shown.consent} accepted={isAccepted} onAccept={setAccepted} missing={tried} />
        <p className="text-small text-firm">
          <Trans>
            これから使うパスワードを決めてください。次からは、メールアドレス（{shown.email}
            ）とこのパスワードでログインします。
          </Trans>
        </p>
        <NewPasswordField
          label={t`新しいパスワード`}
          rules={shown.password}
          tried={tried}
          value={password}
          onChange={setPassword}
        />
        {accept.error && <Trouble error={accept.error} contact={shown.contact} />}
        <Button type="submit" look="first" wide isDisabled={accept.isPending}>
          {accept.isPending ? <Trans>確かめています</Trans> : <Trans>はじめる</Trans>}
        </Button>
      </form>
      <ToSignIn onSignIn={onSignIn} />
    </EntranceCard>
  );
}

function Invitation({ shown }: { shown: ShownInvitation }) {
  const { t } = useLingui();
  const { longDay } = useDates();
  const { inviter } = shown;
  const by = `${shown.body}　${inviter.department}　${fullName(inviter)}`;
  const lines = [
    [t`お名前`, t`${shown.name} 様`],
    [t`会社・団体`, shown.firm],
    [t`招待した人`, by],
    [t`入るルーム`, shown.room],
    [t`使える期間`, t`${longDay(fromIso(shown.ends_on))} まで`],
  ] as const;
  return (
    <>
      <dl className="grid gap-2">
        {lines.map(([says, value]) => (
          <div key={says} className="grid gap-x-4 mid:grid-cols-[6.5rem_minmax(0,1fr)]">
            <dt className="text-small text-soft">{says}</dt>
            <dd className="wrap-anywhere">
              <AsTyped>{value}</AsTyped>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-small text-firm">
        <Trans>
          見られるのは、このルームの、入ったときからあとのメッセージです。ほかのルームや名簿は見られません。
        </Trans>
      </p>
    </>
  );
}

function ToSignIn({ onSignIn }: { onSignIn: () => void }) {
  return (
    <Button look="quiet" wide onPress={onSignIn}>
      <Trans>パスワードをもう決めた方は、ログインへ</Trans>
    </Button>
  );
}
