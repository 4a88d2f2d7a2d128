/** Adding people to a room that is open already. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Person, Room } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { PeoplePicker } from "@/people/accounts/PeoplePicker";
import { infoOf } from "@/people/presence/PersonLink";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useInvite } from "./rooms";

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
          organization={room.room.organization_id}
          chosen={chosen}
          present={present}
          onChange={setChosen}
          info={infoOf}
          contact={contact}
        />
        <Trouble error={invite.error} contact={contact} />
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
