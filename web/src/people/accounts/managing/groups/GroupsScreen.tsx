/** 管理 › アカウント管理グループ: what holds for some of the people only, and who they are (ADMIN-17). */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";

import type { AccountGroup } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { useGroups } from "@/people/accounts/managing/people";
import { GroupRights } from "@/people/accounts/rights/GroupRights";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Question } from "@/ui/Question";
import { Waiting } from "@/ui/Waiting";

import { GroupDialog } from "./GroupDialog";
import { GroupRow } from "./GroupRow";
import { useRemoveGroup } from "./groups";

interface Props {
  contact: string;
  /** The dialog about passwords, from a district above; null for those who may not decide them. */
  passwords: ((group: AccountGroup, onClose: () => void) => ReactNode) | null;
  /** The same about the networks from which its people may come. */
  networks: ((group: AccountGroup, onClose: () => void) => ReactNode) | null;
  maySayRights: boolean;
}

type Asked =
  | { what: "change" | "remove" | "passwords" | "rights" | "networks"; group: AccountGroup }
  | { what: "add" };

export function GroupsScreen({ contact, passwords, networks, maySayRights }: Props) {
  const [asked, ask] = useState<Asked | null>(null);
  const close = () => ask(null);
  return (
    <main className="relative min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-[1.5rem] leading-150 font-bold">
            <Trans>アカウント管理グループ</Trans>
          </h2>
          <Button look="first" icon="plus" onPress={() => ask({ what: "add" })}>
            <Trans>グループを加える</Trans>
          </Button>
        </div>
        <p className="text-pretty">
          <Trans>
            学校や病院など、一部の職員にだけ別の決まりを付けるためのまとまりです。一人が入れるのは一つまでです。職員を入れるときは、
            <Link to="/admin/people" className="text-accent underline">
              職員の表
            </Link>
            で選んで「まとめて変える」を押します。
          </Trans>
        </p>
        <Groups contact={contact} mayDecide={passwords !== null} maySayRights={maySayRights} onAsk={ask} />
      </div>
      {asked?.what === "add" && <GroupDialog group={null} contact={contact} onClose={close} />}
      {asked?.what === "change" && <GroupDialog group={asked.group} contact={contact} onClose={close} />}
      {asked?.what === "remove" && <Going group={asked.group} contact={contact} onClose={close} />}
      {asked?.what === "rights" && <GroupRights group={asked.group} contact={contact} onClose={close} />}
      {asked?.what === "passwords" && passwords?.(asked.group, close)}
      {asked?.what === "networks" && networks?.(asked.group, close)}
    </main>
  );
}

interface GroupsProps {
  contact: string;
  mayDecide: boolean;
  maySayRights: boolean;
  onAsk: (asked: Asked) => void;
}

function Groups({ contact, mayDecide, maySayRights, onAsk }: GroupsProps) {
  const { t } = useLingui();
  const groups = useGroups();
  if (groups.isPending) return <Waiting says={t`グループを読み込んでいます`} />;
  if (groups.isError) {
    const again = () => void groups.refetch();
    return (
      <NotRead title={<Trans>グループを読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
    );
  }
  if (groups.data.length === 0) {
    return (
      <Notice icon="people" title={<Trans>まだグループはありません。</Trans>}>
        <Trans>全員が同じ決まりでよければ、グループは要りません。</Trans>
      </Notice>
    );
  }
  return (
    <ul className="grid gap-3">
      {groups.data.map((group) => (
        <GroupRow
          key={group.group_id}
          group={group}
          onChange={() => onAsk({ what: "change", group })}
          onRemove={() => onAsk({ what: "remove", group })}
          {...(maySayRights && { onRights: () => onAsk({ what: "rights", group }) })}
          {...(mayDecide && {
            onPasswords: () => onAsk({ what: "passwords", group }),
            onNetworks: () => onAsk({ what: "networks", group }),
          })}
        />
      ))}
    </ul>
  );
}

interface GoingProps {
  group: AccountGroup;
  contact: string;
  onClose: () => void;
}

function Going({ group, contact, onClose }: GoingProps) {
  const { t } = useLingui();
  const remove = useRemoveGroup();
  return (
    <Question
      isOpen
      title={t`「${group.name}」を消しますか？`}
      act={t`消す`}
      keep={t`やめる`}
      busy={remove.isPending}
      onKeep={onClose}
      onAct={() => remove.mutate(group.group_id, { onSuccess: onClose })}
    >
      <p className="text-pretty">
        {group.count === 0 ? (
          <Trans>このグループには、だれもいません。グループの決まりも消えます。</Trans>
        ) : (
          <Trans>
            このグループには{group.count.toLocaleString("ja-JP")}
            人います。先に別のグループに移すか、グループから出してください。
          </Trans>
        )}
      </p>
      <Trouble error={remove.error} contact={contact} />
    </Question>
  );
}
