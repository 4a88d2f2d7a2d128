/** Leaving a room: the question says who stays and what one can no longer do. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountId, Room } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { Question } from "@/ui/Question";
import { useLeave } from "./rooms";

interface Props {
  room: Room;
  me: AccountId;
  contact: string;
  onClose: () => void;
  onLeft: () => void;
}

const NAMED = 3;

export function Leave({ room, me, contact, onClose, onLeft }: Props) {
  const { t } = useLingui();
  const leave = useLeave(room.room.room_id);
  const staying = room.members.filter((member) => member.account_id !== me);
  const names = staying
    .slice(0, NAMED)
    .flatMap((member) => room.people[member.account_id] ?? [])
    .map((person) => t`${fullName(person)}さん`)
    .join(t`、`);

  return (
    <Question
      isOpen
      title={t`「${room.room.name}」から退出しますか？`}
      act={t`退出する`}
      keep={t`やめる`}
      busy={leave.isPending}
      onKeep={onClose}
      onAct={() => leave.mutate(undefined, { onSuccess: onLeft })}
    >
      <p>
        <Staying count={staying.length} names={names} />
        {room.room.kind === "open" ? (
          <Trans>
            退出すると、このルームは一覧から消えます。オープンルームなので、いつでもまた入れます。
          </Trans>
        ) : (
          <Trans>
            退出すると、このルームのメッセージは読めなくなります。戻るには、残った人に加えてもらいます。
          </Trans>
        )}
      </p>
      <Trouble error={leave.error} contact={contact} />
    </Question>
  );
}

function Staying({ count, names }: { count: number; names: string }) {
  const { t } = useLingui();
  if (count === 0) return <Trans>ほかのメンバーはいません。</Trans>;
  const rest = count - NAMED;
  if (rest > 0) {
    return t`${names}ほか${rest}人が残ります。`;
  }
  return t`${names}が残ります。`;
}
