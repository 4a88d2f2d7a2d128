/** What a person may do and whether they may do it: role, stopping, withdrawing, each asked before it is done. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountForm, AccountId, Me } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { useHangingOn } from "@/people/accounts/hanging";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Question } from "@/ui/Question";

import { type AccountRole, type Act, useAct, useAppoint } from "./people";
import { passwords, states, wordOf } from "./words";

interface Props {
  form: AccountForm;
  me: Me;
  onDone: () => void;
}

export function Standing({ form, me, onDone }: Props) {
  const { t, i18n } = useLingui();
  const { row } = form;
  const say = i18n._.bind(i18n);
  return (
    <>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-soft">{t`利用`}</dt>
        <dd>{wordOf(states, row.status, say)}</dd>
        <dt className="text-soft">{t`パスワード`}</dt>
        <dd>{wordOf(passwords, row.password, say)}</dd>
      </dl>
      {row.status !== "removed" && <Role form={form} me={me} onDone={onDone} />}
      {row.account_id !== me.account_id && <Acts form={form} me={me} onDone={onDone} />}
    </>
  );
}

function Role({ form, me, onDone }: Props) {
  const { t } = useLingui();
  const { row } = form;
  const appoint = useAppoint(row.account_id);
  const mayOwn = me.capabilities.includes("accounts.appoint_owner");
  const isOwn = row.account_id === me.account_id;
  const now = roleIn(row.roles);
  if (isOwn || !me.capabilities.includes("accounts.appoint") || (now === "owner" && !mayOwn)) {
    return (
      <p className="text-small text-soft">
        {isOwn ? (
          <Trans>自分の役割は、ほかの所有者か管理者が変えます。</Trans>
        ) : (
          <Trans>所有者の役割は、所有者だけが変えられます。</Trans>
        )}
      </p>
    );
  }
  return (
    <>
      <Choice
        label={t`役割`}
        value={now}
        onChange={(role) => appoint.mutate(role, { onSuccess: onDone })}
        choices={[
          { value: "member", says: <Trans>職員</Trans> },
          { value: "served", says: <Trans>席のない人（任された所属アカウントだけ）</Trans> },
          { value: "auditor", says: <Trans>監査担当（監査の記録を読む）</Trans> },
          { value: "administrator", says: <Trans>管理者</Trans> },
          ...(mayOwn ? [{ value: "owner" as const, says: <Trans>所有者</Trans> }] : []),
        ]}
      />
      {now === "served" && (
        <p className="text-small text-soft">
          <Trans>
            自分のパスワードでログインして、任された所属アカウントのルームを読んで答えるだけです。本人が入っていたルームは、職員に戻すまで本人には見えません。
          </Trans>
        </p>
      )}
      {row.password === "first" && (
        <p className="text-small text-soft">
          <Trans>
            できることを増やすと、まだ使われていない最初のパスワードの用紙は使えなくなります。決めたあとに、新しい用紙を出してください。
          </Trans>
        </p>
      )}
      <Trouble error={appoint.error} contact={me.contact} />
    </>
  );
}

function roleIn(roles: readonly string[]): AccountRole {
  const known: readonly AccountRole[] = ["owner", "administrator", "auditor", "served"];
  return known.find((role) => roles.includes(role)) ?? "member";
}

function Acts({ form, me, onDone }: Props) {
  const { t } = useLingui();
  const { row } = form;
  const act = useAct(row.account_id);
  const [asked, ask] = useState<Act | null>(null);
  const name = fullName(row);
  const questions: Record<Act, { title: string; body: string; verb: string }> = {
    suspend: {
      title: t`${name}さんの利用を止めますか？`,
      body: t`いまの画面はすべて閉じます。元に戻すまでログインできません。`,
      verb: t`利用を止める`,
    },
    restore: {
      title: t`${name}さんの利用を元に戻しますか？`,
      body: t`またログインできるようになります。`,
      verb: t`元に戻す`,
    },
    withdraw: {
      title: t`${name}さんの利用を終えますか？`,
      body: t`名簿や検索から消えます。これまでの発言は残ります。あとで取り消せます。`,
      verb: t`利用を終える`,
    },
    callBack: {
      title: t`利用終了を取り消しますか？`,
      body: t`${name}さんが名簿に戻ります。`,
      verb: t`取り消す`,
    },
    freeNumber: {
      title: t`職員番号 ${row.login_id} を空けますか？`,
      body: t`この番号を、別の人に付けられるようになります。${name}さんの番号は、末尾に「-OLD」が付いたものに変わります。これまでの発言は${name}さんのまま残り、新しい人には見えません。`,
      verb: t`職員番号を空ける`,
    },
  };
  const offered = offeredOf(row);
  const question = asked ? questions[asked] : null;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {offered.map((one) => (
          <Button
            key={one}
            look={one === "restore" || one === "callBack" ? "second" : "grave"}
            isDisabled={!form.may_change}
            onPress={() => ask(one)}
          >
            {questions[one].verb}
          </Button>
        ))}
      </div>
      <Trouble error={act.error} contact={me.contact} />
      <Question
        isOpen={question !== null}
        title={question?.title}
        act={question?.verb ?? ""}
        keep={t`やめる`}
        busy={act.isPending}
        onKeep={() => ask(null)}
        onAct={() => asked && act.mutate(asked, { onSuccess: onDone, onSettled: () => ask(null) })}
      >
        <p>{question?.body}</p>
        {(asked === "suspend" || asked === "withdraw") && <Hanging of={row.account_id} />}
      </Question>
    </>
  );
}

/** What can be done with somebody, by their state. A number that is marked already is nobody's any more. */
function offeredOf({ status, login_id }: AccountForm["row"]): Act[] {
  if (status !== "removed") return [status === "suspended" ? "restore" : "suspend", "withdraw"];
  return /.-OLD\d*$/.test(login_id) ? ["callBack"] : ["callBack", "freeNumber"];
}

/** What they are in and where they are signed in at this moment. */
function Hanging({ of }: { of: AccountId }) {
  const person = useHangingOn([of]).get(of);
  if (!person) return null;
  return (
    <p className="figures">
      <Trans>
        いま、ルーム{person.rooms}件に入っていて、端末{person.devices}台でログインしています。
      </Trans>
    </p>
  );
}
