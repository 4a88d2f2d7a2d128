/** «22人に届きます。送りますか？»: to how many, in which room, and that it is asked only once. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Question } from "@/ui/Question";

interface Props {
  room: string;
  others: number;
  onAnswer: (yes: boolean) => void;
}

export function ToMany({ room, others, onAnswer }: Props) {
  const { t } = useLingui();
  return (
    <Question
      isOpen
      mild
      title={t`${others}人に届きます。送りますか？`}
      act={t`送る`}
      keep={t`やめる`}
      onKeep={() => onAnswer(false)}
      onAct={() => onAnswer(true)}
    >
      <p>
        {t`「${room}」の全員が読みます。`}
        <Trans>20人より多い人に送るのは、これがはじめてです。次からは聞きません。</Trans>
      </p>
    </Question>
  );
}
