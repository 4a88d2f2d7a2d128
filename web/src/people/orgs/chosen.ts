/** Which of their organizations somebody has open on this device (ORG-7). Another person at the same PC has their own. */
import { useSyncExternalStore } from "react";

import type { AccountId, Me, OrganizationId } from "@/generated/wire";

const listeners = new Set<() => void>();
/** What this window has open; a second window may stand beside it with another organization. */
const here = new Map<AccountId, string | null>();

const shelf = (account: AccountId) => `yoriai.organization.${account}`;

function remembered(account: AccountId): string | null {
  const known = here.get(account);
  if (known !== undefined) return known;
  const found = kept(account);
  here.set(account, found);
  return found;
}

function kept(account: AccountId): string | null {
  try {
    return localStorage.getItem(shelf(account));
  } catch {
    // A browser that keeps nothing asks at every visit.
    return null;
  }
}

/** Open this one from now on, and at the next visit. */
export function chooseOrganization(account: AccountId, organization: OrganizationId): void {
  if (remembered(account) === organization) return;
  here.set(account, organization);
  try {
    localStorage.setItem(shelf(account), organization);
  } catch {
    // It holds until the page is left.
  }
  for (const tell of listeners) tell();
}

/** The one that is open; null while somebody of several has chosen none that they still serve in. */
export function useChosen(me: Me): OrganizationId | null {
  const last = useSyncExternalStore(listen, () => remembered(me.account_id));
  return chosenOf(me.organizations, last);
}

export function chosenOf(mine: Me["organizations"], last: string | null): OrganizationId | null {
  const [first, second] = mine;
  if (!second) return first?.organization_id ?? null;
  return mine.find((each) => each.organization_id === last)?.organization_id ?? null;
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
