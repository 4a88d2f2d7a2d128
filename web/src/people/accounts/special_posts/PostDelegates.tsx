/** Who acts for somebody in a special post, named by an administrator. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, People, SpecialPost } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { PersonPick } from "@/people/accounts/PersonPick";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody } from "@/ui/Dialog";

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
      <ul aria-label={t`${called}さんの代行者`} className="grid gap-1 empty:hidden">
        {post.delegates.map(({ delegate_id, person_id }) => {
          const person = people[person_id];
          const who = person ? fullName(person) : "";
          return (
            <li key={delegate_id} className="flex flex-wrap items-center justify-between gap-2">
              <span className="flex flex-wrap gap-x-2">
                <b className="font-name">
                  <AsTyped>{who}</AsTyped>
                </b>
                <span>{person?.department}</span>
              </span>
              <Button
                small
                aria-label={t`${who}さんを${called}さんの代行者から外す`}
                isDisabled={ending.isPending}
                onPress={() => ending.mutate(delegate_id)}
              >
                <Trans>外す</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
      <div>
        <Button small icon="plus" aria-label={t`${called}さんの代行者を追加`} onPress={() => name(true)}>
          <Trans>代行者を追加</Trans>
        </Button>
      </div>
      <Trouble error={ending.error} contact={me.contact} />
      {isNaming && (
        <Dialog isOpen title={t`${called}さんの代行者を追加`} onClose={() => name(false)}>
          <DialogBody>
            <PersonPick
              organization={null}
              me={post.account_id}
              busy={naming.isPending}
              contact={me.contact}
              onPick={(who) => naming.mutate(who, { onSuccess: () => name(false) })}
            />
            <Trouble error={naming.error} contact={me.contact} />
          </DialogBody>
        </Dialog>
      )}
    </div>
  );
}
