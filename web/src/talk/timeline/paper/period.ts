/** Which days of a room go on paper. */
import { type Day, dayInJapan, fromIso, iso, type Moment, plusDays } from "@/kit/days";
import { isoWritten } from "@/ui/DayField";

export type Chosen = "today" | "week" | "month" | "all" | "days";

/** ISO days, both among what is printed; null: as far as there is anything. */
export interface Period {
  first: string | null;
  last: string | null;
}

/** The days as they were written by hand. */
export interface Written {
  first: string;
  last: string;
}

const DAYS = { today: 1, week: 7, month: 30 };

/** The days that were chosen; null while what was written by hand names none, or the last before the first. */
export function periodOf(chosen: Chosen, written: Written, today: Day): Period | null {
  if (chosen === "all") return { first: null, last: null };
  if (chosen !== "days") return { first: iso(plusDays(today, 1 - DAYS[chosen])), last: iso(today) };
  const first = isoWritten(written.first);
  const last = isoWritten(written.last);
  if (first === undefined || last === undefined || turnsBack(written)) return null;
  return { first, last };
}

/** Whether the last day written comes before the first. */
export function turnsBack(written: Written): boolean {
  const first = isoWritten(written.first);
  const last = isoWritten(written.last);
  return Boolean(first && last && last < first);
}

/**
 * From which day to which a print says that it reaches: where nobody has chosen the first, from the day on which it
 * begins, and without a last, up to today. Of days that are still to come there is only the first.
 */
export function spanOf({ first, last }: Period, began: Moment | undefined, today: Day): [Day, Day] {
  const until = last ?? iso(today);
  const end = first && until < first ? first : until;
  const start = first ?? (began ? iso(dayInJapan(began)) : end);
  return [fromIso(start), fromIso(end)];
}
