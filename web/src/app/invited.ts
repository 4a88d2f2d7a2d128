/** What the link of an invitation brings along behind its #: the body and the code. It is taken off the address at once. */
import type { Ticket } from "@/talk/guests/invitation";

let ticket: Ticket | null = null;

export function takeInvitation(): void {
  if (location.pathname !== "/invited") return;
  const [tenant = "", code = ""] = location.hash.slice(1).split("/").map(decodeURIComponent);
  ticket = { tenant, code };
  // A code that opens must not stay in the history of a shared machine.
  history.replaceState(null, "", "/invited");
}

/** The invitation with which this page was opened; none of every other page. */
export function whatInvites(): Ticket | null {
  return ticket;
}
