/** 管理 › 引継ぎの期間: for how long whoever is moved still reads, who does at the moment, and ending it for one of them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { People, Predecessor } from "@/generated/wire";
import { dayInJapan, fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { BodySetting } from "@/people/orgs/BodySetting";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Found } from "@/ui/Found";
import { Notice } from "@/ui/Notice";
import { Numbers } from "@/ui/Numbers";
import { useNow } from "@/ui/now";
import { Question } from "@/ui/Question";

import { useEndHandover, useRunning } from "./former";

interface Period {
  /** 0: none. */
  days: number;
}

export function HandoverPeriod({ contact }: { contact: string }) {
  const { t } = useLingui();
  return (
    <BodySetting<Period>
      name="handover_period"
      title={<Trans>引継ぎの期間</Trans>}
      about={
        <Trans>
          異動した職員は、前の所属のルームの、異動の前に書かれたものを、この日数だけ読めます。書けません。新しく書かれたものは読めません。退職・休職した人には、期間はありません。
        </Trans>
      }
      contact={contact}
      below={<Running contact={contact} />}
    >
      {(period, onChange) => (
        <Numbers
          label={t`異動のあとに読める日数`}
          hint={<Trans>これから異動する人に効きます。もう引継ぎ中の人の期間は変わりません。</Trans>}
          values={[0, 7, 14, 30, 60]}
          says={(n) => (n === 0 ? t`読めない` : t`${n}日`)}
          value={period.days}
          onChange={(days) => onChange({ days })}
        />
      )}
    </BodySetting>
  );
}

/** Where the body lives without rooms of units. */
export function NoDepartmentRooms() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <Notice icon="clock" title={<Trans>引継ぎの期間は、所属のルームの決まりです。</Trans>}>
        <Trans>「機能の入り切り」で所属のルームを入れると、ここで決められます。</Trans>
      </Notice>
    </main>
  );
}

function Running({ contact }: { contact: string }) {
  const { t } = useLingui();
  const found = useRunning();
  const [ending, end] = useState<Predecessor | null>(null);
  const people: People = Object.assign({}, ...(found.data?.pages.map((page) => page.people) ?? []));
  return (
    <section aria-label={t`引継ぎ中の人`} className="grid gap-2">
      <h3 className="font-bold">
        <Trans>引継ぎ中の人</Trans>
      </h3>
      <Found
        of={found}
        waiting={t`引継ぎ中の人を読み込んでいます`}
        notRead={<Trans>引継ぎ中の人を読み込めませんでした。</Trans>}
        contact={contact}
      >
        {({ pages }) => (
          <List those={pages.flatMap((page) => page.predecessors)} {...{ people }} onEnd={end} />
        )}
      </Found>
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
      {ending && <Ending {...{ ending, people, contact }} onClose={() => end(null)} />}
    </section>
  );
}

interface ListProps {
  those: Predecessor[];
  people: People;
  onEnd: (one: Predecessor) => void;
}

function List({ those, people, onEnd }: ListProps) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const today = dayInJapan(useNow());
  if (those.length === 0) {
    return (
      <p className="text-soft">
        <Trans>いまはいません。</Trans>
      </p>
    );
  }
  return (
    <ul aria-label={t`引継ぎ中の人の一覧`} className="grid gap-2">
      {those.map((each) => {
        const person = people[each.account_id];
        const name = person ? fullName(person) : "";
        const { room_name: room } = each;
        const day = dayLine(fromIso(each.last_day), today);
        return (
          <li
            key={each.handover_id}
            className="flex flex-wrap items-center justify-between gap-2 rounded-12 border border-line px-4 py-3"
          >
            <div className="min-w-0">
              <p className="font-name font-bold">{name}</p>
              <p className="figures wrap-anywhere text-small text-soft">
                <Trans>
                  {room}を{day}まで
                </Trans>
              </p>
            </div>
            <Button
              small
              aria-label={t`${name}さんの引継ぎを終わらせる（${room}）`}
              onPress={() => onEnd(each)}
            >
              <Trans>終わらせる</Trans>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

interface EndingProps {
  ending: Predecessor;
  people: People;
  contact: string;
  onClose: () => void;
}

function Ending({ ending, people, contact, onClose }: EndingProps) {
  const { t } = useLingui();
  const act = useEndHandover();
  const person = people[ending.account_id];
  const name = person ? fullName(person) : "";
  const { room_name: room } = ending;
  return (
    <Question
      isOpen
      title={t`${name}さんの引継ぎを終わらせますか？`}
      act={t`終わらせる`}
      keep={t`やめる`}
      busy={act.isPending}
      onKeep={onClose}
      onAct={() => act.mutate(ending.handover_id, { onSuccess: onClose })}
    >
      <p className="text-pretty">
        <Trans>{room}は、すぐに読めなくなります。もとに戻すことはできません。</Trans>
      </p>
      <Trouble error={act.error} contact={contact} />
    </Question>
  );
}
