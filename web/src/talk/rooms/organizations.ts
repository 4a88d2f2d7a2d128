/** Rooms of one organization at a time: what belongs to another one is never shown beside it (ORG-7). */
import { useEffect } from "react";

import type { OrganizationId, RoomRow, Screen } from "@/generated/wire";
import { chooseOrganization, useChosen } from "@/people/orgs/chosen";

import { begun } from "./order";

export interface Opened {
  /** Null while nobody has said which of several to open. */
  organization: OrganizationId | null;
  /** Its rooms. */
  rooms: RoomRow[];
  asks: boolean;
  choose: (organization: OrganizationId) => void;
}

/** The organization that is open: that of the room at this address, else the one chosen on this device. */
export function useOpened({ me, rooms }: Screen, roomId: string | undefined): Opened {
  const chosen = useChosen(me);
  const linked = rooms.find((room) => room.room_id === roomId)?.organization_id;
  const { account_id } = me;
  useEffect(() => {
    // Whoever follows a link into another organization finds that one open when they leave the room.
    if (linked) chooseOrganization(account_id, linked);
  }, [account_id, linked]);
  const organization = linked ?? chosen;
  return {
    organization,
    rooms: begun(me.organizations.length > 1 ? roomsIn(rooms, organization) : rooms, roomId),
    asks: me.organizations.length > 1 && organization === null,
    choose: (wanted) => chooseOrganization(account_id, wanted),
  };
}

export function roomsIn(rooms: RoomRow[], organization: OrganizationId | null): RoomRow[] {
  return rooms.filter((room) => room.organization_id === organization);
}

/** How many messages wait in each organization. */
export function unreadIn(rooms: RoomRow[]): ReadonlyMap<OrganizationId, number> {
  const counts = new Map<OrganizationId, number>();
  for (const { organization_id, unread } of rooms) {
    counts.set(organization_id, (counts.get(organization_id) ?? 0) + unread);
  }
  return counts;
}
