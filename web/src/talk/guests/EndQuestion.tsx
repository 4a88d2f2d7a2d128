/** «西村さんの利用を終えますか？»: what closes at once, and that it can be begun again by an invitation. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Guest } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { Question } from "@/ui/Question";

import { useGuestAct } from "./guests";

interface Props {
  /** One guest, or everybody of a firm. */
  whom: Guest | { firm: string; count: number };
  contact: string;
  onClose: () => void;
}

export function EndQuestion({ whom, contact, onClose }: Props) {
  const { t } = useLingui();
  const act = useGuestAct();
  const isFirm = "firm" in whom;
  const title = isFirm
    ? t`「${whom.firm}」の${whom.count}人の利用を、まとめて終えますか？`
    : t`${fullName(whom.person)}さんの利用を終えますか？`;
  const end = () =>
    act.mutate(isFirm ? { act: "endFirm", firm: whom.firm } : { act: "end", who: whom.person.account_id }, {
      onSuccess: onClose,
    });
  return (
    <Question
      isOpen
      title={title}
      act={t`利用を終える`}
      keep={t`やめる`}
      busy={act.isPending}
      onKeep={onClose}
      onAct={end}
    >
      <p>
        <Trans>
          開いている画面はすぐに閉じ、すべてのルームから外れます。書いたものは残ります。もう一度来てもらうときは、新しく招待します。
        </Trans>
      </p>
      <Trouble error={act.error} contact={contact} />
    </Question>
  );
}
