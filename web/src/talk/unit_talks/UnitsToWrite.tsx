/** In 名簿, above the people that a word has found: the units that it has found. A press opens the talk with one. */
import type { OrganizationId, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { AddressedUnits } from "@/people/accounts/department_accounts/AddressedUnits";
import { useOpenDirect } from "@/talk/rooms/kinds";

interface Props {
  words: string;
  organization: OrganizationId | null;
  contact: string;
  onOpened: (roomId: RoomId) => void;
}

export function UnitsToWrite({ words, organization, contact, onOpened }: Props) {
  const open = useOpenDirect(organization);
  return (
    <div className="px-1">
      <AddressedUnits
        words={words}
        organization={organization}
        busy={open.isPending}
        onPick={(unit) => open.mutate(unit, { onSuccess: ({ room_id }) => onOpened(room_id) })}
      />
      <Trouble error={open.error} contact={contact} why={{ operation: "write_to" }} />
    </div>
  );
}
