/** Whether a right is there, and by whose word: the same for whoever looks at their own and for administrators. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { GivenRight, People } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { useNow } from "@/ui/now";

import { origins } from "./words";

interface Props {
  given: GivenRight;
  group: string | null;
  people: People;
}

export function Given({ given, group, people }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-small">
      <span
        className={`inline-flex items-center gap-1 font-bold ${given.is_given ? "text-safe" : "text-danger"}`}
      >
        <Icon name={given.is_given ? "check" : "close"} size={16} />
        {given.is_given ? <Trans>できます</Trans> : <Trans>できません</Trans>}
      </span>
      <Whose given={given} group={group} people={people} />
    </p>
  );
}

function Whose({ given, group, people }: Props) {
  const { i18n } = useLingui();
  const { listTime } = useDates();
  const now = useNow();
  const by = given.own_by ? people[given.own_by] : undefined;
  if (given.origin === "person" && by && given.own_at) {
    const name = fullName(by);
    const time = listTime(given.own_at, now);
    return (
      <span className="text-soft">
        <Trans>
          個別の指定（{name}さん、{time}）
        </Trans>
      </span>
    );
  }
  return (
    <span className="text-soft">
      {given.origin === "group" && group ? (
        <Trans>グループ「{group}」の決まりによる</Trans>
      ) : (
        i18n._(origins[given.origin])
      )}
    </span>
  );
}
