/** «132人を呼び出します。送りますか？»: to how many it rings, in which room, and what a quieter way would be. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Question } from "@/ui/Question";

interface Props {
  room: string;
  others: number;
  onAnswer: (yes: boolean) => void;
}

export function ToCalled({ room, others, onAnswer }: Props) {
  const { t } = useLingui();
  return (
    <Question
      isOpen
      mild
      title={t`${others}人あての宛先が付いています。送りますか？`}
      act={t`送る`}
      keep={t`やめる`}
      onKeep={() => onAnswer(false)}
      onAct={() => onAnswer(true)}
    >
      <p>
        {t`「${room}」の${others}人に、自分あてのメッセージとして通知が届きます。`}
        <Trans>宛先を外しても、メッセージは全員が読めます。</Trans>
      </p>
    </Question>
  );
}
