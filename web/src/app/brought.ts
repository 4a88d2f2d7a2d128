/** What a one-time link brings along behind its #: body, login and first password. It is taken off the address at once. */
import type { Credentials } from "@/people/sessions/SignInForm";

let brought: Credentials | null = null;

export function takeBrought(): void {
  if (location.pathname !== "/start" || location.hash.length < 2) return;
  const [tenant, loginId, password] = location.hash.slice(1).split("/").map(decodeURIComponent);
  if (tenant && loginId && password) brought = { tenant, login_id: loginId, password };
  // A first password must not stay in the history of a shared machine.
  history.replaceState(null, "", "/start");
}

export function whatWasBrought(): Credentials | null {
  return brought;
}
