/** One ITリーダー: who, of which unit, and whether they still serve there. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Leader, Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

interface Props {
  leader: Leader;
  person: Person | undefined;
  onLetGo: () => void;
}

export function LeaderRow({ leader, person, onLetGo }: Props) {
  const { t } = useLingui();
  const { listTime } = useDates();
  const now = useNow();
  const name = person ? fullName(person) : "";
  const since = listTime(leader.since, now);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-12 border border-line p-4">
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <b className="font-name">
            <AsTyped>{name}</AsTyped>
          </b>
          {!leader.is_at_work && (
            <Chip look="guest">
              <Trans>いまは働いていません</Trans>
            </Chip>
          )}
        </p>
        <p>{leader.path}</p>
        <p className="text-small text-soft">
          {leader.is_at_work ? (
            <Trans>{since}から</Trans>
          ) : (
            <Trans>異動したか、利用を終えたか、所属がなくなりました。何もできない状態です。</Trans>
          )}
        </p>
      </div>
      <Button small aria-label={t`${name}さんを外す`} onPress={onLetGo}>
        <Trans>外す</Trans>
      </Button>
    </li>
  );
}
