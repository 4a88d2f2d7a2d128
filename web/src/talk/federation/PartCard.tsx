/** One room of another body, as whoever arranges their own body's part in it sees it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, OwnPart } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { CardLines } from "@/ui/CardLines";
import { Chip } from "@/ui/Chip";
import { Question } from "@/ui/Question";

import { AcceptPart } from "./AcceptPart";
import { usePartAct } from "./federation";
import { PartPeople } from "./PartPeople";

interface Props {
  part: OwnPart;
  me: Me;
  mayManage: boolean;
}

type Asking = "terms" | "people" | "leave" | null;

export function PartCard({ part, me, mayManage }: Props) {
  const [asking, ask] = useState<Asking>(null);
  const close = () => ask(null);
  return (
    <li className="grid gap-2.5 rounded-12 border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">
          <AsTyped>{part.room}</AsTyped>
        </span>
        <State part={part} />
      </div>
      <Lines part={part} />
      <Acts part={part} onAsk={ask} />
      {asking === "terms" && <AcceptPart {...{ part, me, mayManage }} onClose={close} />}
      {asking === "people" && <PartPeople {...{ part, me }} onClose={close} />}
      <Leaving {...{ part, me }} isOpen={asking === "leave"} onClose={close} />
    </li>
  );
}

function State({ part: { state, people } }: { part: OwnPart }) {
  if (state === "invited") {
    return (
      <Chip look="guest">
        <Trans>招待されています（参加予定）</Trans>
      </Chip>
    );
  }
  if (state === "asked") {
    return (
      <Chip>
        <Trans>申し込みました</Trans>
      </Chip>
    );
  }
  return (
    <Chip look="safe">
      <Trans>参加しています（{people}人）</Trans>
    </Chip>
  );
}

function Lines({ part }: { part: OwnPart }) {
  const { t } = useLingui();
  const { level } = part;
  const rules = [
    level.internet ? t`インターネット側でも読める` : t`LGWAN側だけ`,
    level.guests ? t`ゲストが入ることがある` : t`ゲストは入らない`,
    level.printing ? t`印刷できる` : t`印刷できない`,
  ].join(t`、`);
  const isOfUnit = part.department !== "";
  const manager = part.manager ? fullName(part.manager) : "";
  const lines = [
    [t`ルームの団体`, part.host],
    [t`目的`, part.purpose],
    [t`伝言`, part.words],
    [t`きまり`, rules],
    [t`参加する所属`, part.department],
    [isOfUnit ? t`所属の長` : t`人を加える人`, manager || (isOfUnit ? t`決まっていません` : "")],
    [t`問合せ先`, part.contact],
  ] as const;
  return <CardLines lines={lines} />;
}

function Acts({ part, onAsk }: { part: OwnPart; onAsk: (what: Asking) => void }) {
  const { t } = useLingui();
  const { room, state } = part;
  const leaving = {
    joined: t`「${room}」から退出する`,
    asked: t`「${room}」への申し込みを取り消す`,
    invited: t`「${room}」への招待を断る`,
  };
  return (
    <div className="flex flex-wrap gap-2">
      {state === "invited" && (
        <Button small look="first" aria-label={t`「${room}」に参加する`} onPress={() => onAsk("terms")}>
          <Trans>参加する</Trans>
        </Button>
      )}
      {state === "joined" && (
        <>
          <Button
            small
            icon="people"
            aria-label={
              part.may_bring ? t`「${room}」に職員を加える・外す` : t`「${room}」の職員を見る・外す`
            }
            onPress={() => onAsk("people")}
          >
            {part.may_bring ? <Trans>職員を加える・外す</Trans> : <Trans>職員を見る・外す</Trans>}
          </Button>
          <Button small aria-label={t`「${room}」の担当を決める`} onPress={() => onAsk("terms")}>
            <Trans>担当を決める</Trans>
          </Button>
        </>
      )}
      <Button small look="grave" aria-label={leaving[state]} onPress={() => onAsk("leave")}>
        {state === "joined" ? (
          <Trans>退出する</Trans>
        ) : state === "asked" ? (
          <Trans>申し込みを取り消す</Trans>
        ) : (
          <Trans>断る</Trans>
        )}
      </Button>
    </div>
  );
}

function Leaving({
  part,
  me,
  isOpen,
  onClose,
}: Omit<Props, "mayManage"> & { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const act = usePartAct();
  const isIn = part.state === "joined";
  return (
    <Question
      isOpen={isOpen}
      title={isIn ? t`「${part.room}」から退出しますか？` : t`「${part.room}」への参加をやめますか？`}
      act={isIn ? t`退出する` : t`参加しない`}
      keep={t`戻る`}
      busy={act.isPending}
      onKeep={onClose}
      onAct={() => act.mutate({ act: "leave", part: part.part_id }, { onSuccess: onClose })}
    >
      <p>
        {isIn ? (
          <Trans>
            自分の団体の{part.people}
            人は、すぐにこのルームを読めなくなります。書いたものは、名前と団体名を付けて残ります。もう一度入るには、招待してもらいます。
          </Trans>
        ) : (
          <Trans>「{part.host}」のルームには、だれも入りません。</Trans>
        )}
      </p>
      <Trouble error={act.error} contact={me.contact} />
    </Question>
  );
}
