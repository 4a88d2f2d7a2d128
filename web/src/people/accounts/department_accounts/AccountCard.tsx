/** The account of one unit: how it is called, and who writes in its name. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { DepartmentAccount, Me, People } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { PersonDialog } from "@/people/accounts/PersonDialog";
import { TakeOutList } from "@/people/accounts/TakeOutList";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { Question } from "@/ui/Question";

import { useCloseAccount, useNameSpeaker, useRemoveSpeaker } from "./accounts";

interface Props {
  account: DepartmentAccount;
  people: People;
  me: Me;
}

export function AccountCard({ account, people, me }: Props) {
  const { t } = useLingui();
  const [isNaming, name] = useState(false);
  const [isClosing, close] = useState(false);
  const remove = useRemoveSpeaker(account.account_id);
  const called = account.name;
  return (
    <li className="grid gap-3 rounded-12 border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          <h3 className="flex flex-wrap items-center gap-2 font-bold">
            <AsTyped>{called}</AsTyped>
            {!account.is_unit_open && (
              <Chip look="guest">
                <Trans>所属がなくなりました</Trans>
              </Chip>
            )}
          </h3>
          <p className="text-small text-soft">{account.path}</p>
        </div>
        <span className="flex flex-wrap gap-2">
          <Button small icon="plus" aria-label={t`${called}で書ける人を追加`} onPress={() => name(true)}>
            <Trans>書ける人を追加</Trans>
          </Button>
          <Button small aria-label={t`${called}を閉じる`} onPress={() => close(true)}>
            <Trans>閉じる</Trans>
          </Button>
        </span>
      </div>
      {account.speakers.length === 0 && (
        <p className="text-soft">
          <Trans>書ける人がまだいません。</Trans>
        </p>
      )}
      <TakeOutList
        label={t`${called}で書ける人`}
        named={account.speakers.map(({ speaker_id, account_id }) => ({
          key: speaker_id,
          person: people[account_id],
        }))}
        says={(who) => t`${who}さんを${called}から外す`}
        busy={remove.isPending}
        onTakeOut={(speaker) => remove.mutate(speaker)}
      />
      <Trouble error={remove.error} contact={me.contact} />
      {isNaming && <NameSpeaker {...{ account, me }} onClose={() => name(false)} />}
      {isClosing && <Closing {...{ account, me }} onClose={() => close(false)} />}
    </li>
  );
}

interface AskProps {
  account: DepartmentAccount;
  me: Me;
  onClose: () => void;
}

function NameSpeaker({ account, me, onClose }: AskProps) {
  const { t } = useLingui();
  const add = useNameSpeaker(account.account_id);
  const called = account.name;
  return (
    <PersonDialog
      // Whoever has no seat works by this alone.
      anybody
      title={t`${called}で書ける人を追加`}
      me={me.account_id}
      contact={me.contact}
      busy={add.isPending}
      error={add.error}
      onPick={(who) => add.mutate(who, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function Closing({ account, me, onClose }: AskProps) {
  const { t } = useLingui();
  const close = useCloseAccount();
  const called = account.name;
  return (
    <Question
      isOpen
      title={t`${called}の所属アカウントを閉じますか？`}
      act={t`閉じる`}
      keep={t`やめる`}
      busy={close.isPending}
      onKeep={onClose}
      onAct={() => close.mutate(account.account_id, { onSuccess: onClose })}
    >
      <p className="text-pretty">
        <Trans>だれもこの名前では書けなくなります。これまでに書いたメッセージはそのまま残ります。</Trans>
      </p>
      <Trouble error={close.error} contact={me.contact} />
    </Question>
  );
}
