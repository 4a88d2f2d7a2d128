/** Who acts for somebody in a special post, named by an administrator. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, People, SpecialPost } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { PersonDialog } from "@/people/accounts/PersonDialog";
import { TakeOutList } from "@/people/accounts/TakeOutList";
import { Button } from "@/ui/Button";

import { useEndDelegateOf, useNameDelegateOf } from "./posts";

interface Props {
  post: SpecialPost;
  people: People;
  me: Me;
  called: string;
}

export function PostDelegates({ post, people, me, called }: Props) {
  const { t } = useLingui();
  const [isNaming, name] = useState(false);
  const naming = useNameDelegateOf(post.account_id);
  const ending = useEndDelegateOf(post.account_id);
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <h4 className="font-bold">
        <Trans>代行者</Trans>
      </h4>
      <TakeOutList
        label={t`${called}さんの代行者`}
        named={post.delegates.map(({ delegate_id, person_id, is_suspended }) => ({
          key: delegate_id,
          person: people[person_id],
          isSuspended: is_suspended,
        }))}
        says={(who) => t`${who}さんを${called}さんの代行者から外す`}
        busy={ending.isPending}
        onTakeOut={(delegate) => ending.mutate(delegate)}
      />
      <div>
        <Button small icon="plus" aria-label={t`${called}さんの代行者を追加`} onPress={() => name(true)}>
          <Trans>代行者を追加</Trans>
        </Button>
      </div>
      <Trouble error={ending.error} contact={me.contact} />
      {isNaming && (
        <PersonDialog
          title={t`${called}さんの代行者を追加`}
          me={post.account_id}
          contact={me.contact}
          busy={naming.isPending}
          error={naming.error}
          onPick={(who) => naming.mutate(who, { onSuccess: () => name(false) })}
          onClose={() => name(false)}
        />
      )}
    </div>
  );
}
