/** Guests whose time is over soon, the soonest first. */
import type { EndingGuest } from "@/generated/wire";

export function withEnding(ending: EndingGuest[], one: EndingGuest): EndingGuest[] {
  const others = ending.filter((each) => each.guest.account_id !== one.guest.account_id);
  return [...others, one].sort((a, b) => a.ends_on.localeCompare(b.ends_on));
}

const SHELF = "yoriai guests put away";
/** Fourteen days before, and once more three days before. */
const SOON = 3;

/** Which warning of which term: one that was put away comes again when it has become urgent. */
export function keyOf({ guest, ends_on, days }: EndingGuest): string {
  return `${guest.account_id} ${ends_on} ${days <= SOON ? SOON : 14}`;
}

export function wasPutAway(): readonly string[] {
  try {
    return (localStorage.getItem(SHELF) ?? "").split("\n").filter(Boolean);
  } catch {
    return []; // a browser that keeps nothing shows it again
  }
}

export function putAway(one: EndingGuest): readonly string[] {
  const kept = [...wasPutAway(), keyOf(one)].slice(-50);
  try {
    localStorage.setItem(SHELF, kept.join("\n"));
  } catch {
    // As above.
  }
  return kept;
}
