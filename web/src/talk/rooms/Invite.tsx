/** Adding people to a room that is open already. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import type { Person, Room } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { PeoplePicker } from "@/people/accounts/PeoplePicker";
import { infoOf } from "@/people/presence/PersonLink";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";

import { OfferOpen } from "./OfferOpen";
import { useInvite, useOpenRoom } from "./rooms";

interface Props {
  room: Room;
  contact: string;
  onClose: () => void;
}

export function Invite({ room, contact, onClose }: Props) {
  const { t } = useLingui();
  const invite = useInvite(room.room.room_id);
  const [chosen, setChosen] = useState<Person[]>([]);
  const present = new Set(room.members.map((member) => member.account_id));
  const add = () =>
    invite.mutate(
      chosen.map((person) => person.account_id),
      { onSuccess: onClose },
    );

  const [one] = chosen.length === 1 ? chosen : [];
  return (
    <Dialog isOpen wide title={t`「${room.room.name}」にメンバーを加える`} onClose={onClose}>
      <DialogBody>
        <p className="text-small text-firm">
          {room.rules.shows_past ? (
            <Trans>加わった人は、これまでのメッセージも読めます。</Trans>
          ) : (
            <Trans>加わった人は、これからのメッセージだけを読めます。</Trans>
          )}
        </p>
        <PeoplePicker
          withUnits
          organization={room.room.organization_id}
          chosen={chosen}
          present={present}
          onChange={setChosen}
          info={infoOf}
          contact={contact}
        />
        <Trouble
          error={invite.error}
          contact={contact}
          why={{ operation: "invite", room: room.room.room_id, ...(one && { whom: one.account_id }) }}
        />
        <OpenInstead room={room} error={invite.error} contact={contact} onClose={onClose} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={chosen.length === 0 || invite.isPending} onPress={add}>
          {chosen.length > 0 ? <Trans>{chosen.length}人を加える</Trans> : <Trans>加える</Trans>}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/** A room stays of the kind that it is: an open one of the same name and purpose is made beside it. */
function OpenInstead({ room: { room, purpose }, error, contact, onClose }: Props & { error: Error | null }) {
  const open = useOpenRoom();
  const navigate = useNavigate();
  const { name, organization_id, ends_on } = room;
  const make = () =>
    open.mutate(
      {
        room: { name, purpose, organization_id, ends_on, kind: "open", template: null, members: [] },
        principal: null,
      },
      {
        onSuccess: ({ room_id: roomId }) => {
          onClose();
          void navigate({ to: "/rooms/$roomId", params: { roomId } });
        },
      },
    );
  return (
    <>
      <OfferOpen
        error={error}
        busy={open.isPending}
        act={<Trans>オープンルームを新しく作る</Trans>}
        says={
          <Trans>
            同じ名前と目的のオープンルームができ、職員は自分で見つけて入ります。いまのルームは、そのまま残ります。
          </Trans>
        }
        onOpen={make}
      />
      <Trouble error={open.error} contact={contact} />
    </>
  );
}
