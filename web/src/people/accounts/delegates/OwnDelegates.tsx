/** 設定 › 代行者: who makes and manages rooms for one, and for whom one does so (ORG-8). */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { Mandate, Me, People } from "@/generated/wire";
import { shortDay } from "@/kit/dates";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { StoppedMark } from "@/people/accounts/StoppedMark";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";

import { useDelegates, useEndDelegate } from "./delegates";
import { NameDelegate } from "./NameDelegate";
import { ShowUnread, UnreadOf } from "./Unread";

import "@/platform/seldom";

interface Props {
  me: Me;
  /** The part of the settings in which it stands. */
  children: (delegates: ReactNode) => ReactNode;
}

export function OwnDelegates({ me, children }: Props) {
  const { t } = useLingui();
  const { data } = useDelegates();
  const [isNaming, name] = useState(false);
  const ending = useEndDelegate();
  if (!data) return null;
  const rows = { people: data.people, busy: ending.isPending, onEnd: (id: string) => ending.mutate(id) };
  return children(
    <div className="grid gap-4">
      <p className="text-pretty">
        <Trans>
          代行者は、あなたの代わりにルームを作り、人を招待し、管理します。作ったルームには、代行者の名前が必ず出ます。あなたの1対1のトーク、下書き、ほかのルームは、代行者には見えません。
        </Trans>
      </p>
      <Rows
        label={t`わたしの代行者`}
        mandates={data.delegates}
        who="person_id"
        act={t`外す`}
        more={(mandate) => <ShowUnread mandate={mandate} people={data.people} contact={me.contact} />}
        {...rows}
      />
      <div>
        <Button icon="plus" onPress={() => name(true)}>
          <Trans>代行者を決める</Trans>
        </Button>
      </div>
      {data.principals.length > 0 && (
        <>
          <h3 className="font-bold">
            <Trans>わたしが代行している人</Trans>
          </h3>
          <p className="text-small text-firm">
            <Trans>「新しいルーム」で、だれの代わりに作るかを選べます。</Trans>
          </p>
          <Rows
            label={t`わたしが代行している人`}
            mandates={data.principals}
            who="principal_id"
            act={t`代行をやめる`}
            more={(mandate) => mandate.sees_unread && <UnreadOf principal={mandate.principal_id} />}
            {...rows}
          />
        </>
      )}
      <Trouble error={ending.error} contact={me.contact} />
      {isNaming && <NameDelegate me={me} onClose={() => name(false)} />}
    </div>,
  );
}

interface RowsProps {
  label: string;
  mandates: Mandate[];
  people: People;
  /** Which side of it is shown. */
  who: "person_id" | "principal_id";
  act: string;
  more: (mandate: Mandate) => ReactNode;
  busy: boolean;
  onEnd: (delegateId: string) => void;
}

function Rows({ label, mandates, people, who, act, more, busy, onEnd }: RowsProps) {
  const { t } = useLingui();
  return (
    <ul aria-label={label} className="grid gap-2 empty:hidden">
      {mandates.map((mandate) => {
        const person = people[mandate[who]];
        const called = person ? fullName(person) : "";
        return (
          <li
            key={mandate.delegate_id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-12 border border-line p-3"
          >
            <span className="grid min-w-0 gap-0.5">
              <span className="flex flex-wrap gap-x-2">
                <b className="font-name">
                  <AsTyped>{called}</AsTyped>
                </b>
                <span className="text-soft">{person?.job_title}</span>
                <span className="text-soft">{person?.department}</span>
                {mandate.is_suspended && <StoppedMark />}
              </span>
              <span className="text-small text-firm">
                <Until until={mandate.until} />
                {!mandate.named_by_principal && <Trans> 管理者が決めました。</Trans>}
              </span>
            </span>
            <Button
              small
              aria-label={t`${called}さん：${act}`}
              isDisabled={busy}
              onPress={() => onEnd(mandate.delegate_id)}
            >
              {act}
            </Button>
            {more(mandate)}
          </li>
        );
      })}
    </ul>
  );
}

function Until({ until }: { until: string | null }) {
  if (!until) return <Trans>期限はありません。</Trans>;
  const day = shortDay(fromIso(until));
  return <Trans>{day}まで。</Trans>;
}
