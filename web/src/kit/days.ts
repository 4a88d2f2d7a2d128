/** Days: which one it is in Japan, and how they follow one another. */

/** A day of the calendar, without time and zone. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** A moment as the server writes it, or as the browser holds it. */
export type Moment = Date | string;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
// Japan has had one time zone and no summer time since 1951. The zone of the device does not matter:
// a phone abroad shows the office's time too (BASE-5).
const JST = 9 * 60 * MINUTE;

/** The clock on the wall of the office at a moment. */
export function wallClock(moment: Moment): Day & { hour: number; minute: number; second: number } {
  const there = new Date(new Date(moment).getTime() + JST);
  return {
    ...dayOf(there),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
  };
}

/** The date on the wall of the office at a moment. */
export function dayInJapan(moment: Moment): Day {
  return dayOf(new Date(new Date(moment).getTime() + JST));
}

/** 2026-11-24, for machines and for sorting. */
export function iso({ year, month, day }: Day): string {
  return [String(year).padStart(4, "0"), two(month), two(day)].join("-");
}

/** The day of 2026-11-24, as the server says it. */
export function fromIso(day: string): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date };
}

/** Sunday is 0. */
export function weekday(day: Day): number {
  return new Date(noon(day)).getUTCDay();
}

/** The day so many days later; earlier when negative. */
export function plusDays(day: Day, days: number): Day {
  return dayOf(new Date(noon(day) + days * DAY));
}

/** How many days lie from one to the other; negative when the other comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noon(to) - noon(from)) / DAY);
}

/** The same day so many months later; where the month is too short, its last. 31 January and a month is the last of February. */
export function plusMonths({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + month - 1 + months;
  const there = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return { ...there, day: Math.min(day, lengthOfMonth(there.year, there.month)) };
}

/** A month as it hangs on the wall: weeks from Sunday, with nothing where another month's days would stand. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  const blank = weekday({ year, month, day: 1 });
  const count = Math.ceil((blank + lengthOfMonth(year, month)) / 7);
  const at = (place: number) => {
    const day = place - blank + 1;
    return day >= 1 && day <= lengthOfMonth(year, month) ? { year, month, day } : null;
  };
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, each) => at(week * 7 + each)),
  );
}

/** The last day of a month. */
export function lengthOfMonth(year: number, month: number): number {
  return dayOf(new Date(noon({ year, month: month + 1, day: 0 }))).day;
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}

function noon({ year, month, day }: Day): number {
  // Date.UTC takes years below 100 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 1, day) + DAY / 2;
}

function dayOf(date: Date): Day {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
