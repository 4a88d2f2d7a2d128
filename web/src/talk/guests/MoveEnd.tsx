/** Another last day for a guest: earlier or later, within a year. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Guest } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { isoWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";

import { useGuestAct } from "./guests";
import { UntilField } from "./UntilField";

interface Props {
  guest: Guest;
  usualEnd: string;
  contact: string;
  onClose: () => void;
}

export function MoveEnd({ guest, usualEnd, contact, onClose }: Props) {
  const { t } = useLingui();
  const { denseDay } = useDates();
  const act = useGuestAct();
  const [until, setUntil] = useState(guest.ends_on ? denseDay(fromIso(guest.ends_on)) : "");
  const ends_on = isoWritten(until);
  const move = () => {
    if (ends_on) {
      act.mutate({ act: "move", who: guest.person.account_id, ends_on }, { onSuccess: onClose });
    }
  };
  return (
    <Dialog isOpen title={t`${fullName(guest.person)}さんの期限を変える`} onClose={onClose}>
      <DialogBody>
        <UntilField value={until} onChange={setUntil} usualEnd={usualEnd} />
        <Trouble error={act.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={!ends_on || act.isPending} onPress={move}>
          <Trans>この日までにする</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
