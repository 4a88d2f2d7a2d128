/** Dates in the years that this person reads: every date with a year on any screen is made here. */
import { type Dates, datesIn } from "@/kit/dates";

import { usePreferences } from "./preferences";

const both = { wareki: datesIn("wareki"), western: datesIn("western") };

export function useDates(): Dates {
  return both[usePreferences().calendar];
}
