/** ゲストを招待する: one person or a list of them, and below who is invited already and has not come. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Invited, RoomRow } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Waiting } from "@/ui/Waiting";

import { useInvitations } from "./guests";
import { Handed } from "./Handed";
import { InvitationRows } from "./InvitationRows";
import { InviteList } from "./InviteList";
import { InviteOne } from "./InviteOne";

interface Props {
  room: RoomRow;
  contact: string;
  onClose: () => void;
}

export function GuestsDialog({ room, contact, onClose }: Props) {
  const { t } = useLingui();
  const [handed, hand] = useState<Invited | null>(null);
  return (
    <Dialog isOpen wide title={t`「${room.name}」にゲストを招待する`} onClose={onClose}>
      {handed ? (
        <Handed room={room.name} invited={handed} onBack={() => hand(null)} onClose={onClose} />
      ) : (
        <Inviting room={room} contact={contact} onHanded={hand} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface InvitingProps extends Props {
  onHanded: (invited: Invited) => void;
}

function Inviting({ room, contact, onHanded, onClose }: InvitingProps) {
  const { t } = useLingui();
  const known = useInvitations(room.room_id);
  const [how, choose] = useState<"one" | "list">("one");
  return (
    <>
      <DialogBody>
        <p className="text-pretty text-small text-firm">
          <Trans>
            ゲストは、このルームだけを、入ったときからあとのメッセージだけ見られます。名簿やほかのルームは見られません。招待したあなたが招待責任者になります。
          </Trans>
        </p>
        {known.isPending && <Waiting says={t`読み込んでいます`} />}
        <Trouble error={known.error} contact={contact} />
        {known.data && (
          <>
            <Choice
              label={t`招待のしかた`}
              value={how}
              onChange={choose}
              choices={[
                { value: "one", says: <Trans>1人ずつ</Trans> },
                { value: "list", says: <Trans>一覧（CSV）でまとめて</Trans> },
              ]}
            />
            {how === "one" ? (
              <InviteOne room={room.room_id} usualEnd={known.data.usual_end} {...{ contact, onHanded }} />
            ) : (
              <InviteList room={room.room_id} usualEnd={known.data.usual_end} {...{ contact, onHanded }} />
            )}
            <InvitationRows invitations={known.data.invitations} {...{ contact, onHanded }} />
          </>
        )}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>閉じる</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}
