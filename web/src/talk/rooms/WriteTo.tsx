/** The way from somebody's card into the direct talk with them; from one's own card into one's notes. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountId, PersonCard, RoomId } from "@/generated/wire";
import { fullName } from "@/kit/names";
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
  if (!isMe && card.is_closed) return <AskFirst card={card} />;
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

/** Somebody in a special post, and whom to ask instead. */
function AskFirst({ card: { person, ask } }: { card: PersonCard }) {
  const { t } = useLingui();
  const whom = ask.map((one) => t`${one.department} ${fullName(one)}さん`).join(t`、`);
  return (
    <p className="text-pretty text-small text-firm">
      {whom
        ? t`${fullName(person)}さんには、決められた人だけが直接書けます。用件は、代行者の${whom}に伝えてください。`
        : t`${fullName(person)}さんには、決められた人だけが直接書けます。`}
    </p>
  );
}
