/** Choosing who answers for a guest, or for all of a firm, from now on. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountId, Guest } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { PersonPick } from "@/people/accounts/PersonPick";
import { Dialog, DialogBody } from "@/ui/Dialog";

import { useGuestAct } from "./guests";

interface Props {
  whom: Guest | { firm: string };
  contact: string;
  onClose: () => void;
}

export function NameSponsor({ whom, contact, onClose }: Props) {
  const { t } = useLingui();
  const act = useGuestAct();
  const isFirm = "firm" in whom;
  const pick = (sponsor: AccountId) =>
    act.mutate(
      isFirm
        ? { act: "sponsorOfFirm", firm: whom.firm, sponsor }
        : { act: "sponsor", who: whom.person.account_id, sponsor },
      { onSuccess: onClose },
    );
  const name = isFirm ? whom.firm : fullName(whom.person);
  return (
    <Dialog isOpen title={t`${name}の招待責任者を選ぶ`} onClose={onClose}>
      <DialogBody>
        <p className="text-small text-firm">
          <Trans>招待責任者は、ゲストに責任を持つ職員です。期限の14日前と3日前に、お知らせが届きます。</Trans>
        </p>
        <PersonPick
          organization={null}
          me={isFirm ? NOBODY : whom.sponsor.account_id}
          busy={act.isPending}
          contact={contact}
          onPick={pick}
        />
        <Trouble error={act.error} contact={contact} />
      </DialogBody>
    </Dialog>
  );
}

/** Of a firm nobody is left out of the choice. */
const NOBODY = "" as AccountId;
