/** A message on its way: seen at once, with what becomes of it, and two verbs when it was refused. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense } from "react";

import { Icon } from "@/ui/Icon";

import { Text } from "./Bubble";
import type { Waiting } from "./outbox";

// Most days nothing is refused.
const NotSent = lazy(() => import("./NotSent").then((file) => ({ default: file.NotSent })));

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
          <Suspense>
            <NotSent refusal={waiting.refusal} {...{ contact, onSendAgain, onDiscard }} />
          </Suspense>
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
