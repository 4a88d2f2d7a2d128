/** A message on its way: seen at once, with what becomes of it, and two verbs when it was refused. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

import { Text } from "./Bubble";
import type { Waiting } from "./outbox";

interface Props {
  waiting: Waiting;
  quote: ReactNode;
  contact: string;
  /** While it can still be taken back. */
  held: ReactNode;
  onSendAgain: () => void;
  onDiscard: () => void;
}

export function OutboxRow({ waiting, quote, contact, held, onSendAgain, onDiscard }: Props) {
  const { t } = useLingui();
  const refused = waiting.state === "refused";
  return (
    <article aria-label={refused ? t`送れなかったメッセージ` : t`送信中のメッセージ`} className="pt-2">
      <div className="grid grid-cols-[minmax(0,auto)] justify-end justify-items-end gap-1 pl-[12%] mid:pl-20">
        <Text
          parts={waiting.parts}
          above={quote}
          look={
            refused ? "bg-danger-soft border border-danger-line" : "bg-own border border-dashed border-edge"
          }
        />
        {waiting.state === "held" && held}
        {refused ? (
          <Refused
            reason={waiting.refusal && sentenceOf(waiting.refusal, contact)}
            onSendAgain={onSendAgain}
            onDiscard={onDiscard}
          />
        ) : (
          waiting.state !== "held" && <OnItsWay held={waiting.state === "waiting"} />
        )}
      </div>
    </article>
  );
}

function OnItsWay({ held }: { held: boolean }) {
  return (
    <p role="status" className="flex items-center gap-1 text-small text-soft">
      <Icon name="clock" size={16} />
      {held ? <Trans>送信待ち（つながったら送ります）</Trans> : <Trans>送信中</Trans>}
    </p>
  );
}

interface RefusedProps {
  reason: string | null;
  onSendAgain: () => void;
  onDiscard: () => void;
}

function Refused({ reason, onSendAgain, onDiscard }: RefusedProps) {
  return (
    <div role="alert" className="grid justify-items-end gap-1.5 text-right text-small">
      <p className="flex items-center gap-1 font-bold text-danger">
        <Icon name="alert" size={16} />
        <Trans>送れませんでした。</Trans>
      </p>
      {reason && <p className="max-w-[34em] text-firm">{reason}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button small icon="refresh" onPress={onSendAgain}>
          <Trans>もう一度送る</Trans>
        </Button>
        <Button small look="grave" icon="trash" onPress={onDiscard}>
          <Trans>消す</Trans>
        </Button>
      </div>
    </div>
  );
}
