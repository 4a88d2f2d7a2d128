/** The signs under a message: how many, which are mine, and on hover or with the focus whose they are. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Button, ToggleButton, Tooltip, TooltipTrigger } from "react-aria-components";

import type { MessageId, Reaction, RoomId } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Icon } from "@/ui/Icon";

import { wished } from "./counts";
import { react, useFailure, useWishes } from "./react";
import { SignOf, useWords } from "./SignOf";

// Whose they are is asked more rarely than how many there are.
const Names = lazy(() => import("./Names").then((file) => ({ default: file.Names })));
const WhoReacted = lazy(() => import("./WhoReacted").then((file) => ({ default: file.WhoReacted })));

interface Props {
  room_id: RoomId;
  message_id: MessageId;
  reactions: Reaction[];
  contact: string;
  /** Under one's own words, which stand on the right. */
  atEnd: boolean;
}

export function Reactions({ room_id, message_id, reactions, contact, atEnd }: Props) {
  const { t } = useLingui();
  const [asks, ask] = useState(false);
  const shown = wished(reactions, useWishes(message_id));
  const failure = useFailure(message_id);
  if (shown.length === 0 && !failure) return null;
  return (
    <div className="grid gap-1">
      {shown.length > 0 && (
        <fieldset
          aria-label={t`リアクション`}
          className={`flex min-w-0 flex-wrap gap-1.5 pt-1 ${atEnd ? "justify-end" : ""}`}
        >
          {shown.map((each) => (
            <Chip key={each.kind} reaction={each} {...{ room_id, message_id }} />
          ))}
          <Button
            aria-label={t`リアクションした人を見る`}
            onPress={() => ask(true)}
            className="grid size-7 place-items-center rounded-full text-soft hover:bg-hovered coarse:size-11"
          >
            <Icon name="people" size={18} />
          </Button>
        </fieldset>
      )}
      {failure && (
        <p role="alert" className="max-w-[34em] text-small text-danger">
          {failure instanceof Refusal ? (
            sentenceOf(failure, contact)
          ) : (
            <Trans>リアクションを送れませんでした。通信が戻ったら、もう一度押してください。</Trans>
          )}
        </p>
      )}
      <Suspense>
        {asks && <WhoReacted {...{ room_id, message_id, reactions, contact }} onClose={() => ask(false)} />}
      </Suspense>
    </div>
  );
}

function Chip({ reaction, ...at }: { reaction: Reaction; room_id: RoomId; message_id: MessageId }) {
  const { kind, count, mine } = reaction;
  const { t } = useLingui();
  const words = useWords();
  const [isOpen, open] = useState(false);
  return (
    <TooltipTrigger delay={400} isOpen={isOpen} onOpenChange={open}>
      <ToggleButton
        isSelected={mine}
        onChange={(isOn) => react({ ...at, kind }, isOn)}
        aria-label={t`${words[kind]} ${count}人`}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-edge bg-surface px-2.5 text-small text-ink hover:bg-hovered data-selected:border-2 data-selected:border-accent data-selected:bg-accent-soft data-selected:px-[0.5625rem] data-selected:font-bold data-selected:text-accent-firm coarse:min-h-11 coarse:px-3.5"
      >
        <SignOf kind={kind} />
        {words[kind]}
        <span className="figures">{count}</span>
      </ToggleButton>
      <Tooltip
        placement="top"
        offset={4}
        className="max-w-80 rounded-6 bg-ink px-2.5 py-1.5 text-small text-surface"
      >
        <Suspense fallback={<Trans>名前を読み込んでいます</Trans>}>
          {isOpen && <Names sign={{ ...at, kind }} count={count} />}
        </Suspense>
      </Tooltip>
    </TooltipTrigger>
  );
}
