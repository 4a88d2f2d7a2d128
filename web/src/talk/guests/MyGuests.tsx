/** In the settings of a member: the guests for whom they answer. Who answers for nobody sees nothing here. */
import type { ReactNode } from "react";
import { Listed } from "./GuestsScreen";
import { useGuests } from "./guests";

interface Props {
  contact: string;
  /** The part of the settings in which they stand. */
  children: (guests: ReactNode) => ReactNode;
}

export function MyGuests({ contact, children }: Props) {
  const first = useGuests("mine").data?.pages[0];
  if (!first || first.guests.length + first.invitations.length === 0) return null;
  return children(<Listed whose="mine" contact={contact} withSponsor={false} />);
}
