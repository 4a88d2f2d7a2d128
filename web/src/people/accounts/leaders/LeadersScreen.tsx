/** 管理 › ITリーダー: who helps with first passwords in which unit; naming one more, and letting one go (ORG-10). */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { Leader, Me, People } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Question } from "@/ui/Question";
import { Waiting } from "@/ui/Waiting";

import { LeaderRow } from "./LeaderRow";
import { useDismissLeader, useLeaders } from "./leaders";
import { NameLeader } from "./NameLeader";

interface Props {
  me: Me;
  /** What ITリーダー have among themselves. */
  room: ReactNode;
}

export function LeadersScreen({ me, room }: Props) {
  const [isNaming, name] = useState(false);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-[1.5rem] leading-150 font-bold">
            <Trans>ITリーダー</Trans>
          </h2>
          <Button look="first" icon="plus" onPress={() => name(true)}>
            <Trans>ITリーダーを決める</Trans>
          </Button>
        </div>
        <p className="text-pretty">
          <Trans>
            ITリーダーは、自分の所属とその下の所属の職員に、はじめてのパスワードの用紙を出し直せます。だれがまだログインしていないかも見られます。ほかの人のメッセージは読めず、役割や権限は変えられません。異動すると、その時から何もできなくなります。
          </Trans>
        </p>
        <List me={me} />
        {room}
      </div>
      {isNaming && <NameLeader me={me} onClose={() => name(false)} />}
    </main>
  );
}

function List({ me }: { me: Me }) {
  const { t } = useLingui();
  const found = useLeaders();
  const [going, letGo] = useState<Leader | null>(null);
  if (found.isPending) return <Waiting says={t`ITリーダーを読み込んでいます`} />;
  if (found.isError) {
    return (
      <NotRead
        title={<Trans>ITリーダーを読み込めませんでした。</Trans>}
        contact={me.contact}
        onAgain={() => void found.refetch()}
      />
    );
  }
  const leaders = found.data.pages.flatMap((page) => page.leaders);
  const people: People = Object.assign({}, ...found.data.pages.map((page) => page.people));
  return (
    <>
      {leaders.length === 0 && (
        <Notice icon="people" title={<Trans>まだITリーダーはいません。</Trans>}>
          <Trans>各課に一人決めると、パスワードを忘れた人が、まず課の中で頼めます。</Trans>
        </Notice>
      )}
      <ul aria-label={t`ITリーダー`} className="grid gap-3">
        {leaders.map((leader) => (
          <LeaderRow
            key={leader.leader_id}
            leader={leader}
            person={people[leader.account_id]}
            onLetGo={() => letGo(leader)}
          />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
      {going && <Going leader={going} people={people} contact={me.contact} onClose={() => letGo(null)} />}
    </>
  );
}

interface GoingProps {
  leader: Leader;
  people: People;
  contact: string;
  onClose: () => void;
}

function Going({ leader, people, contact, onClose }: GoingProps) {
  const { t } = useLingui();
  const dismiss = useDismissLeader();
  const person = people[leader.account_id];
  const name = person ? fullName(person) : "";
  const unit = leader.path;
  return (
    <Question
      isOpen
      title={t`${name}さんをITリーダーから外しますか？`}
      act={t`外す`}
      keep={t`やめる`}
      busy={dismiss.isPending}
      onKeep={onClose}
      onAct={() => dismiss.mutate(leader.leader_id, { onSuccess: onClose })}
    >
      <p className="text-pretty">
        <Trans>{unit}の用紙は、すぐに出せなくなります。これまでに出した用紙はそのままです。</Trans>
      </p>
      <Trouble error={dismiss.error} contact={contact} />
    </Question>
  );
}
