/** 権限 of one person: each right, from whom it comes, and a word about this person that goes before all others (ORG-9). */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountForm, AccountId, Me } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { Given } from "./Given";
import { Leads } from "./Leads";
import { RightWord } from "./RightWord";
import { useRightsOf, useSayRights } from "./rights";

export function PersonRights({ form, me }: { form: AccountForm; me: Me }) {
  const { account_id, status } = form.row;
  const isOwn = account_id === me.account_id;
  const mayAppoint = me.capabilities.includes("accounts.appoint");
  const maySay = form.may_change && !isOwn && mayAppoint && status !== "removed";
  return (
    <>
      <p className="text-pretty">
        <Trans>
          役割、団体の決まり、グループの決まり、この人への指定の順に、あとのものほど強く効きます。管理者と所有者には、団体とグループの決まりは効きません。
        </Trans>
      </p>
      {maySay && (
        <p className="text-small text-soft">
          <Trans>選ぶと、すぐに効きます。この人の画面は読み直されます。</Trans>
        </p>
      )}
      {isOwn && (
        <p className="text-small text-soft">
          <Trans>自分の権限は、ほかの管理者が変えます。</Trans>
        </p>
      )}
      <Rights of={account_id} maySay={maySay} contact={me.contact} />
    </>
  );
}

function Rights({ of, maySay, contact }: { of: AccountId; maySay: boolean; contact: string }) {
  const { t } = useLingui();
  const found = useRightsOf(of);
  const say = useSayRights(of);
  if (found.isPending) return <Waiting says={t`権限を読み込んでいます`} />;
  if (found.isError) {
    const again = () => void found.refetch();
    return <NotRead title={<Trans>権限を読み込めませんでした。</Trans>} contact={contact} onAgain={again} />;
  }
  const { rights, group, people, leads } = found.data;
  return (
    <>
      <ul className="divide-y divide-line rounded-8 border border-line">
        {rights.map((given) => (
          <RightWord
            key={given.right}
            right={given.right}
            word={given.own}
            nothing={<Trans>指定しない</Trans>}
            beside={<Given given={given} group={group} people={people} />}
            onSay={maySay && !say.isPending ? (word) => say.mutate({ [given.right]: word }) : null}
          />
        ))}
      </ul>
      <Leads units={leads} />
      <Trouble error={say.error} contact={contact} />
    </>
  );
}
