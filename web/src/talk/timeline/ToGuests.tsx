/** «ゲスト1人にも届きます。送りますか？»: who from outside reads here now, said once for each who comes. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Question } from "@/ui/Question";

interface Props {
  room: string;
  guests: number;
  onAnswer: (yes: boolean) => void;
}

export function ToGuests({ room, guests, onAnswer }: Props) {
  const { t } = useLingui();
  return (
    <Question
      isOpen
      mild
      title={t`ゲスト${guests}人にも届きます。送りますか？`}
      act={t`送る`}
      keep={t`やめる`}
      onKeep={() => onAnswer(false)}
      onAct={() => onAnswer(true)}
    >
      <p>
        {t`「${room}」には、庁外のゲストがいます。`}
        <Trans>だれかは、メンバーの一覧で見られます。新しいゲストが来るまで、次からは聞きません。</Trans>
      </p>
    </Question>
  );
}
