/** What a manager may do with a member: let them manage the room too or no longer, or take them out of it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components";

import type { Person, Role, RoomRow } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { Act, ActsMenu } from "@/ui/ActsMenu";
import { Icon } from "@/ui/Icon";
import { Question } from "@/ui/Question";

import { type MemberAct, useMemberAct } from "./setting";

export interface Asked {
  act: MemberAct;
  person: Person;
}

interface ActsProps {
  person: Person;
  role: Role;
  isMe: boolean;
  onAsk: (asked: Asked) => void;
}

export function MemberActs({ person, role, isMe, onAsk }: ActsProps) {
  const { t } = useLingui();
  const name = fullName(person);
  const label = person.kind === "department" ? t`${name}についての操作` : t`${name}さんについての操作`;
  const isManager = role === "manager";
  if (isMe && !isManager) return null;
  return (
    <ActsMenu
      label={label}
      button={
        <Button
          aria-label={label}
          data-member={person.account_id}
          className="grid size-9 shrink-0 place-items-center rounded-8 text-firm hover:bg-hovered coarse:size-11"
        >
          <Icon name="more" size={20} />
        </Button>
      }
    >
      {person.kind === "guest" || person.kind === "department" ? null : isManager ? (
        <Act icon="minus" says={t`管理から外す`} onAction={() => onAsk({ act: "withdraw", person })} />
      ) : (
        <Act icon="plus" says={t`管理をする人にする`} onAction={() => onAsk({ act: "appoint", person })} />
      )}
      {!isMe && (
        <Act icon="leave" says={t`ルームから外す`} onAction={() => onAsk({ act: "remove", person })} />
      )}
    </ActsMenu>
  );
}

interface QuestionProps {
  room: RoomRow;
  asked: Asked;
  contact: string;
  onClose: () => void;
}

export function MemberQuestion({ room, asked, contact, onClose }: QuestionProps) {
  const { t } = useLingui();
  const doing = useMemberAct(room.room_id, asked.person.account_id);
  const name = fullName(asked.person);
  const isUnit = asked.person.kind === "department";
  const words = {
    appoint: { title: t`${name}さんを、管理をする人にしますか？`, verb: t`管理をする人にする` },
    withdraw: { title: t`${name}さんを、管理から外しますか？`, verb: t`管理から外す` },
    remove: {
      title: isUnit ? t`${name}を、ルームから外しますか？` : t`${name}さんを、ルームから外しますか？`,
      verb: t`外す`,
    },
  }[asked.act];
  return (
    <Question
      isOpen
      mild={asked.act === "appoint"}
      title={words.title}
      act={words.verb}
      keep={t`やめる`}
      busy={doing.isPending}
      onKeep={onClose}
      onAct={() => doing.mutate(asked.act, { onSuccess: onClose })}
    >
      <p>
        {asked.act === "appoint" && (
          <Trans>
            名前や目的を変える、メンバーを加える、外す、ルームを保管することができるようになります。いつでも元に戻せます。
          </Trans>
        )}
        {asked.act === "withdraw" && (
          <Trans>メンバーとしては残ります。管理をする人は、いつでもまた決められます。</Trans>
        )}
        {asked.act === "remove" && isUnit && (
          <Trans>
            {name}で書ける人は、「{room.name}
            」のメッセージを読めなくなります。自分もメンバーである人は残ります。書いたものは残ります。
          </Trans>
        )}
        {asked.act === "remove" && !isUnit && (
          <Trans>
            {name}さんは、「{room.name}
            」のメッセージを読めなくなります。書いたものは残ります。あとから、また加えられます。
          </Trans>
        )}
      </p>
      <Trouble error={doing.error} contact={contact} why={{ operation: "set", room: room.room_id }} />
    </Question>
  );
}
