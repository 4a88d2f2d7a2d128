/** Why a message was not sent, and what its author can do with it. With the sentences of whatever is seldom refused. */
import "@/platform/seldom";

import { Trans } from "@lingui/react/macro";

import { type Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

interface Props {
  refusal: Refusal | null;
  contact: string;
  onSendAgain: () => void;
  onDiscard: () => void;
}

export function NotSent({ refusal, contact, onSendAgain, onDiscard }: Props) {
  return (
    <div role="alert" className="grid justify-items-end gap-1.5 text-right text-small">
      <p className="flex items-center gap-1 font-bold text-danger">
        <Icon name="alert" size={16} />
        <Trans>送れませんでした。</Trans>
      </p>
      {refusal && <p className="max-w-[34em] text-firm">{sentenceOf(refusal, contact)}</p>}
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
