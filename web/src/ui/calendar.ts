/** Where a key leads from a day of the calendar. */
import { type Day, plusDays, plusMonths, weekday } from "@/kit/days";

interface Press {
  key: string;
  shiftKey: boolean;
}

/** Null for a key that leads nowhere. */
export function walked(day: Day, { key, shiftKey }: Press): Day | null {
  switch (key) {
    case "ArrowLeft":
      return plusDays(day, -1);
    case "ArrowRight":
      return plusDays(day, 1);
    case "ArrowUp":
      return plusDays(day, -7);
    case "ArrowDown":
      return plusDays(day, 7);
    case "Home":
      return plusDays(day, -weekday(day));
    case "End":
      return plusDays(day, 6 - weekday(day));
    case "PageUp":
      return plusMonths(day, shiftKey ? -12 : -1);
    case "PageDown":
      return plusMonths(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
}
