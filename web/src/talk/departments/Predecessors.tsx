/** Below the members of a unit's room: who was moved and still reads what was said before. They count as no members. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { People, RoomId } from "@/generated/wire";
import { dayInJapan, fromIso } from "@/kit/days";
import { facesOf } from "@/people/accounts/faces";
import { PersonLink } from "@/people/presence/PersonLink";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Face } from "@/ui/Face";
import { useNow } from "@/ui/now";

import { usePredecessors } from "./former";

export function Predecessors({ roomId }: { roomId: RoomId }) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const today = dayInJapan(useNow());
  const found = usePredecessors(roomId);
  const those = found.data?.pages.flatMap((page) => page.predecessors) ?? [];
  const people: People = Object.assign({}, ...(found.data?.pages.map((page) => page.people) ?? []));
  const faces = facesOf(Object.values(people));
  if (those.length === 0) return null;
  return (
    <section aria-label={t`引継ぎ中の人`} className="grid gap-1.5 px-2 pt-4.5">
      <h3 className="px-2 text-small font-bold text-firm">
        <Trans>引継ぎ中</Trans>
      </h3>
      <p className="px-2 text-pretty text-small text-soft">
        <Trans>メンバーではありません。異動の前に書かれたものだけを、引継ぎの間読めます。</Trans>
      </p>
      <ul>
        {those.map(({ handover_id, account_id, last_day }) => {
          const person = people[account_id];
          const day = dayLine(fromIso(last_day), today);
          return (
            person && (
              <li
                key={handover_id}
                className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-2.5 px-2 py-1.5"
              >
                <Face round size="small" letters={faces.get(account_id) ?? ""} of={account_id} />
                <div className="min-w-0">
                  <p className="font-name text-small font-bold">
                    <PersonLink person={person} />
                  </p>
                  <p className="figures text-small text-soft">
                    <Trans>{day}まで</Trans>
                  </p>
                </div>
              </li>
            )
          );
        })}
      </ul>
      {found.hasNextPage && (
        <Button small isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
    </section>
  );
}
