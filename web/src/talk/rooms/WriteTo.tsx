/** The way from somebody's card into the direct talk with them; from one's own card into one's notes. */
import { Trans } from "@lingui/react/macro";

import type { AccountId, PersonCard, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";

import { Absent } from "./Absent";
import { useOpenDirect, useOpenNotes } from "./kinds";

interface Props {
  card: PersonCard;
  me: AccountId;
  contact: string;
  onOpened: (roomId: RoomId) => void;
}

export function WriteTo({ card, me, contact, onOpened }: Props) {
  const isMe = card.person.account_id === me;
  const direct = useOpenDirect();
  const notes = useOpenNotes();
  const opened = { onSuccess: ({ room_id }: { room_id: RoomId }) => onOpened(room_id) };
  if (!isMe && !card.may_write) {
    return (
      <p className="text-small text-soft">
        <Trans>団体の決まりで、この人には直接メッセージを送れません。</Trans>
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <Absent person={card.person} me={me} contact={contact} onOpened={onOpened} />
      {isMe ? (
        <Button icon="talk" wide isDisabled={notes.isPending} onPress={() => notes.mutate(undefined, opened)}>
          <Trans>自分メモ</Trans>
        </Button>
      ) : (
        <Button
          icon="talk"
          look="first"
          wide
          isDisabled={direct.isPending}
          onPress={() => direct.mutate(card.person.account_id, opened)}
        >
          <Trans>メッセージ</Trans>
        </Button>
      )}
      <Trouble error={direct.error ?? notes.error} contact={contact} why={{ operation: "write_to" }} />
    </div>
  );
}
