/** One asking: which room, which days, why, who has said what, and what the reader of the list may do about it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Inspection } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { CardLines } from "@/ui/CardLines";
import { Chip, type ChipLook } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { Question } from "@/ui/Question";

import { useInspectionAct } from "./inspections";
import { RefuseDialog } from "./RefuseDialog";
import { useDays, useRoomName, useStates } from "./words";

interface Props {
  inspection: Inspection;
  contact: string;
  onRead: (inspection: string) => void;
}

type Asking = "approve" | "refuse" | "withdraw" | "end" | null;

const looks: Partial<Record<Inspection["state"], ChipLook>> = { asked: "guest", approved: "outside" };

export function InspectionCard({ inspection, contact, onRead }: Props) {
  const [asking, ask] = useState<Asking>(null);
  const states = useStates();
  const name = useRoomName()(inspection.room);
  const close = () => ask(null);
  return (
    <li className="grid gap-2.5 rounded-12 border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold wrap-anywhere">
          <AsTyped>{name}</AsTyped>
        </span>
        <Chip look={looks[inspection.state] ?? "plain"}>{states[inspection.state]}</Chip>
      </div>
      <Lines inspection={inspection} />
      <Acts inspection={inspection} name={name} onAsk={ask} onRead={onRead} />
      {asking === "refuse" && <RefuseDialog {...{ inspection, contact, name }} onClose={close} />}
      {asking !== null && asking !== "refuse" && (
        <Sure act={asking} {...{ inspection, contact, name }} onClose={close} />
      )}
    </li>
  );
}

function Lines({ inspection }: { inspection: Inspection }) {
  const { t } = useLingui();
  const { documentTime } = useDates();
  const days = useDays();
  const { asker, answerer, state } = inspection;
  const time = (at: string | null) => (at === null ? "" : documentTime(at, false));
  const readers = [asker, answerer].filter((who) => who && inspection.readers.includes(who.account_id));
  return (
    <CardLines
      lines={[
        [t`読む日`, days(inspection)],
        [t`理由`, inspection.reason],
        [t`申請`, t`${asker ? fullName(asker) : ""}さん　${time(inspection.asked_at)}`],
        [
          state === "refused" ? t`承認しなかった人` : t`承認`,
          answerer ? t`${fullName(answerer)}さん　${time(inspection.answered_at)}` : "",
        ],
        [t`承認しない理由`, inspection.answer],
        [t`期限`, until(inspection, time, t)],
        [t`読んだ人`, readers.map((who) => (who ? t`${fullName(who)}さん` : "")).join(t`、`)],
        [t`終わった時`, state === "ended" ? time(inspection.ended_at ?? inspection.due_at) : ""],
      ]}
    />
  );
}

type Say = ReturnType<typeof useLingui>["t"];

function until({ state, hours, due_at }: Inspection, time: (at: string) => string, t: Say): string {
  if (state === "approved") return t`${time(due_at)} まで読めます`;
  return state === "asked" ? t`承認から${hours}時間（返事は ${time(due_at)} まで）` : "";
}

interface ActsProps {
  inspection: Inspection;
  name: string;
  onAsk: (what: Asking) => void;
  onRead: (inspection: string) => void;
}

function Acts({ inspection, name, onAsk, onRead }: ActsProps) {
  const { t } = useLingui();
  const { may_answer, may_withdraw, may_read, inspection_id } = inspection;
  if (!may_answer && !may_withdraw && !may_read) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {may_read && (
        <Button small look="first" aria-label={t`「${name}」を読む`} onPress={() => onRead(inspection_id)}>
          <Trans>読む</Trans>
        </Button>
      )}
      {may_read && (
        <Button small aria-label={t`「${name}」の閲覧を終える`} onPress={() => onAsk("end")}>
          <Trans>閲覧を終える</Trans>
        </Button>
      )}
      {may_answer && (
        <Button
          small
          look="first"
          aria-label={t`「${name}」の閲覧を承認する`}
          onPress={() => onAsk("approve")}
        >
          <Trans>承認する</Trans>
        </Button>
      )}
      {may_answer && (
        <Button small aria-label={t`「${name}」の閲覧を承認しない`} onPress={() => onAsk("refuse")}>
          <Trans>承認しない</Trans>
        </Button>
      )}
      {may_withdraw && (
        <Button small aria-label={t`「${name}」の閲覧の申請を取り下げる`} onPress={() => onAsk("withdraw")}>
          <Trans>取り下げる</Trans>
        </Button>
      )}
    </div>
  );
}

interface SureProps {
  act: "approve" | "withdraw" | "end";
  inspection: Inspection;
  name: string;
  contact: string;
  onClose: () => void;
}

function Sure({ act, inspection, name, contact, onClose }: SureProps) {
  const { t } = useLingui();
  const does = useInspectionAct();
  const days = useDays()(inspection);
  const asker = inspection.asker ? fullName(inspection.asker) : "";
  const says = {
    approve: {
      title: t`「${name}」の閲覧を承認しますか`,
      act: t`承認する`,
      body: t`${asker}さんとあなたが、${inspection.hours}時間、${days}のメッセージを読めるようになります。終わると、ルームの人に知らされます。`,
    },
    withdraw: {
      title: t`「${name}」の閲覧の申請を取り下げますか`,
      act: t`取り下げる`,
      body: t`取り下げたことは、監査の記録に残ります。`,
    },
    end: {
      title: t`「${name}」の閲覧を終えますか`,
      act: t`閲覧を終える`,
      body: t`二人とも読めなくなり、読んだことがルームの人に知らされます。また読むには、申請し直します。`,
    },
  }[act];
  return (
    <Question
      isOpen
      mild={act === "approve"}
      title={says.title}
      act={says.act}
      keep={t`やめる`}
      busy={does.isPending}
      onAct={() => does.mutate({ act, inspection: inspection.inspection_id }, { onSuccess: onClose })}
      onKeep={onClose}
    >
      <p className="text-pretty">{says.body}</p>
      <Trouble error={does.error} contact={contact} />
    </Question>
  );
}
