/** How long one's password still lasts, once that is worth a word; and for which day the word about it was put away. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import type { AccountId } from "@/generated/wire";
import { dayInJapan, iso, type Moment } from "@/kit/days";
import { useNow } from "@/ui/now";

import { entranceQuery } from "./entrance";

const KEPT = "yoriai-password-put-away";
/** A page stays open for days, and the days that are left grow fewer. */
const SIX_HOURS = 6 * 3_600_000;

/** Days until a new password is asked for; null as long as the person need not think of it. */
export function useDaysLeft(): number | null {
  const entrance = useQuery({ ...entranceQuery, staleTime: SIX_HOURS, refetchOnWindowFocus: true });
  return entrance.data?.here?.password_days_left ?? null;
}

/** Whether the word was put away for today on this device, and the way to do so. Tomorrow it is there again. */
export function usePutAway(me: AccountId): [boolean, () => void] {
  const [kept, keep] = useState(read);
  const today = putAwayOn(me, useNow());
  return [
    kept === today,
    () => {
      keep(today);
      try {
        localStorage.setItem(KEPT, today);
      } catch {
        // It stays away until the page is left.
      }
    },
  ];
}

/** Whose word, and on which day of the office: another person at the same device is told all the same. */
export function putAwayOn(me: string, now: Moment): string {
  return `${me} ${iso(dayInJapan(now))}`;
}

function read(): string {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}
