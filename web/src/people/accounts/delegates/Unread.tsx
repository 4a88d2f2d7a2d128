/** How much is unread: letting whoever acts for one see it, and seeing it of somebody for whom one acts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountId, Mandate, People } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";

import { useShownCounts, useShowUnread } from "./delegates";

interface Props {
  mandate: Mandate;
  people: People;
  contact: string;
}

export function ShowUnread({ mandate, people, contact }: Props) {
  const { t } = useLingui();
  const showing = useShowUnread();
  const person = people[mandate.person_id];
  const called = person ? fullName(person) : "";
  const { delegate_id } = mandate;
  const [wish, setWish] = useState<boolean | null>(null);
  const choose = (shown: boolean) => {
    setWish(shown);
    showing.mutate({ delegate_id, shown }, { onSettled: () => setWish(null) });
  };
  return (
    <div className="grid basis-full gap-1">
      <label className="flex min-h-9 w-fit cursor-pointer items-center gap-2 coarse:min-h-11">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          aria-label={t`${called}さんに未読の件数を見せる`}
          checked={wish ?? mandate.sees_unread}
          onChange={(event) => choose(event.target.checked)}
        />
        <Trans>未読の件数を見せる</Trans>
      </label>
      <p className="text-small text-soft">
        <Trans>見えるのは件数だけです。ルームの名前は見えず、1対1のトークは数えません。</Trans>
      </p>
      <Trouble error={showing.error} contact={contact} />
    </div>
  );
}

/** One number, and nothing of where. */
export function UnreadOf({ principal }: { principal: AccountId }) {
  const { data } = useShownCounts(true);
  const count = data?.counts.find((each) => each.principal_id === principal);
  if (!count) return null;
  return (
    <p className="basis-full">
      <Trans>
        未読 <b className="figures">{count.unread}件</b>
      </Trans>
    </p>
  );
}
