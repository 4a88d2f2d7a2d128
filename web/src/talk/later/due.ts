/** How many messages wait whose time has come: in the organization that is open, in all, and where to find them. */
import type { OrganizationId, Screen } from "@/generated/wire";

export function dueIn({ due }: Pick<Screen, "due">, organization: OrganizationId | null): number {
  return organization ? (due[organization] ?? 0) : 0;
}

export function dueInAll({ due }: Pick<Screen, "due">): number {
  return Object.values(due).reduce((sum, count) => sum + count, 0);
}

/** The one to open, so that something is there: the one that is open, or else the first in which anything waits. */
export function whereDue(
  screen: Pick<Screen, "due" | "me">,
  open: OrganizationId | null,
): OrganizationId | null {
  if (dueIn(screen, open) > 0) return open;
  const mine = screen.me.organizations.map((each) => each.organization_id);
  return mine.find((each) => dueIn(screen, each) > 0) ?? open;
}
