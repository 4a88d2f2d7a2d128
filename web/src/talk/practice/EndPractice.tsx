/** Ending a practice: the question says that it can be opened again. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Trouble } from "@/people/access/Trouble";
import { Question } from "@/ui/Question";

import { useEndPractice } from "./practice";

interface Props {
  contact: string;
  onClose: () => void;
  onEnded: () => void;
}

export function EndPractice({ contact, onClose, onEnded }: Props) {
  const { t } = useLingui();
  const end = useEndPractice();
  return (
    <Question
      isOpen
      title={t`れんしゅうを終わりますか？`}
      act={t`終わる`}
      keep={t`やめる`}
      busy={end.isPending}
      onKeep={onClose}
      onAct={() => end.mutate(undefined, { onSuccess: onEnded })}
    >
      <p className="text-pretty">
        <Trans>このルームは一覧から消えます。「設定」から、いつでもはじめから開けます。</Trans>
      </p>
      <Trouble error={end.error} contact={contact} />
    </Question>
  );
}
