/** Rooms of one organization at a time: what belongs to another one is never shown beside it (ORG-7). */
import { useEffect, useMemo } from "react";

import type { OrganizationId, RoomRow, Screen } from "@/generated/wire";
import { chooseOrganization, useChosen } from "@/people/orgs/chosen";

import { begun, isBegun } from "./order";

export interface Opened {
  /** Null while nobody has said which of several to open. */
  organization: OrganizationId | null;
  /** What lists are kept to: the one that is open, where one serves in several; else null, for all there is. */
  onlyIn: OrganizationId | null;
  /** Its rooms. */
  rooms: RoomRow[];
  asks: boolean;
  choose: (organization: OrganizationId) => void;
}

/**
 * The organization that is open: that of the room at this address, else the one chosen on this device.
 * What has not changed is the same object as before.
 */
export function useOpened({ me, rooms }: Screen, roomId: string | undefined): Opened {
  const chosen = useChosen(me);
  const linked = ownOf(me, rooms.find((room) => room.room_id === roomId)?.organization_id);
  const { account_id } = me;
  useEffect(() => {
    // Whoever follows a link into another organization finds that one open when they leave the room.
    if (linked) chooseOrganization(account_id, linked);
  }, [account_id, linked]);
  const organization = linked ?? chosen;
  const isOneOf = me.organizations.length > 1;
  const mine = useMemo(
    () => (isOneOf ? roomsIn(rooms, organization, me.organizations) : rooms),
    [isOneOf, rooms, organization, me.organizations],
  );
  // Only a talk that nobody has begun is listed for being open: all the others stand where they stood.
  const opening = mine.find((room) => room.room_id === roomId && !isBegun(room))?.room_id;
  const shown = useMemo(() => begun(mine, opening), [mine, opening]);
  return useMemo(
    () => ({
      organization,
      onlyIn: isOneOf ? organization : null,
      rooms: shown,
      asks: isOneOf && organization === null,
      choose: (wanted) => chooseOrganization(account_id, wanted),
    }),
    [account_id, isOneOf, organization, shown],
  );
}

/** Rooms of another body belong to none of one's own organizations: they stand in each of them. */
export function roomsIn(
  rooms: RoomRow[],
  organization: OrganizationId | null,
  mine: readonly { organization_id: OrganizationId }[],
): RoomRow[] {
  const own = new Set(mine.map((each) => each.organization_id));
  return rooms.filter((room) => room.organization_id === organization || !own.has(room.organization_id));
}

function ownOf(me: Screen["me"], organization: OrganizationId | undefined): OrganizationId | undefined {
  return me.organizations.some((each) => each.organization_id === organization) ? organization : undefined;
}

/** How many messages wait in each organization. */
export function unreadIn(rooms: RoomRow[]): ReadonlyMap<OrganizationId, number> {
  const counts = new Map<OrganizationId, number>();
  for (const { organization_id, unread } of rooms) {
    counts.set(organization_id, (counts.get(organization_id) ?? 0) + unread);
  }
  return counts;
}
