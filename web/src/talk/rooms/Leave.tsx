/** Leaving a room: the question says who stays and what one can no longer do; the last manager says who manages it then. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountId, Room } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { Refusal } from "@/platform/refusals";
import { Question } from "@/ui/Question";
import { useLeave } from "./rooms";
import { Successor } from "./Successor";

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
  const [chosen, choose] = useState("");
  const staying = room.members
    .filter((member) => member.account_id !== me)
    .flatMap((member) => room.people[member.account_id] ?? []);
  const names = staying
    .slice(0, NAMED)
    .map((person) => (person.kind === "department" ? fullName(person) : t`${fullName(person)}さん`))
    .join(t`、`);
  // Whoever else manages it may have been stopped: only the server knows that.
  const isRefused = leave.error instanceof Refusal && leave.error.code === "rooms.last_manager";
  const isAsked = staying.length > 0 && (isRefused || isLastManager(room, me));
  const successor = staying.find((person) => person.account_id === chosen)?.account_id;

  return (
    <Question
      isOpen
      title={t`「${room.room.name}」から退出しますか？`}
      act={t`退出する`}
      keep={t`やめる`}
      busy={leave.isPending || (isAsked && !successor)}
      onKeep={onClose}
      onAct={() => leave.mutate(isAsked ? successor : undefined, { onSuccess: onLeft })}
    >
      <p>
        <Staying count={staying.length} names={names} />
        {staying.length > 0 && <Afterwards isOpen={room.room.kind === "open"} />}
      </p>
      {isAsked && <Successor people={staying} chosen={chosen} onChoose={choose} />}
      <Trouble error={leave.error} contact={contact} why={{ operation: "leave", room: room.room.room_id }} />
    </Question>
  );
}

function isLastManager({ members }: Room, me: AccountId): boolean {
  return members.every(({ account_id, role }) => (role === "manager") === (account_id === me));
}

function Afterwards({ isOpen }: { isOpen: boolean }) {
  if (isOpen) {
    return (
      <Trans>退出すると、このルームは一覧から消えます。オープンルームなので、いつでもまた入れます。</Trans>
    );
  }
  return (
    <Trans>
      退出すると、このルームのメッセージは読めなくなります。戻るには、残った人に加えてもらいます。
    </Trans>
  );
}

function Staying({ count, names }: { count: number; names: string }) {
  const { t } = useLingui();
  if (count === 0) {
    return (
      <Trans>ほかのメンバーはいません。退出すると、このルームは保管され、だれも開けなくなります。</Trans>
    );
  }
  const rest = count - NAMED;
  if (rest > 0) {
    return t`${names}ほか${rest}人が残ります。`;
  }
  return t`${names}が残ります。`;
}
