/** When one may want to be reminded, by the days on which the office is open. */
import {
  type Day,
  dayInJapan,
  daysBetween,
  iso,
  type Moment,
  plusDays,
  two,
  wallClock,
  weekday,
} from "@/kit/days";
import { readDay, reiwa } from "@/kit/eras";
import { isOfficeOpen } from "@/kit/holidays";

export interface Offer {
  when: "evening" | "morning" | "week";
  day: Day;
  /** The morrow, so that it may be called so. */
  isTomorrow: boolean;
  at: string;
}

const EVENING = { hour: 17, minute: 0 };
const MORNING = { hour: 8, minute: 30 };
/** Later than this the evening has come. */
const EVENING_UNTIL = 16 * 60 + 30;

/** What is offered now: this evening while there is one, the next morning of the office, and its first one next week. */
export function offersAt(now: Moment): Offer[] {
  const today = dayInJapan(now);
  const { hour, minute } = wallClock(now);
  const morning = openFrom(plusDays(today, 1));
  const monday = plusDays(today, (8 - weekday(today)) % 7 || 7);
  const week = openFrom(monday);
  const offer = (when: Offer["when"], day: Day, time: typeof MORNING): Offer => ({
    ...{ when, day },
    isTomorrow: daysBetween(today, day) === 1,
    at: momentOf(day, time),
  });
  return [
    ...(isOfficeOpen(today) && hour * 60 + minute < EVENING_UNTIL ? [offer("evening", today, EVENING)] : []),
    offer("morning", morning, MORNING),
    ...(iso(week) === iso(morning) ? [] : [offer("week", week, MORNING)]),
  ];
}

export type Wrong = "not_a_date" | "no_such_date" | "not_a_time" | "past";

/** A day and a time as somebody writes them, in any width; or what is wrong with them. */
export function readMoment(date: string, time: string, now: Moment): { at: string } | { wrong: Wrong } {
  const read = readDay(date, reiwa);
  if (read.refused !== null) return { wrong: read.refused };
  const found = /^(\d{1,2})[:時](\d{2})?分?$/.exec(time.normalize("NFKC").replace(/\s/g, ""));
  const [hour, minute] = [Number(found?.[1] ?? 99), Number(found?.[2] ?? 0)];
  if (hour > 23 || minute > 59) return { wrong: "not_a_time" };
  const at = momentOf(read.day, { hour, minute });
  return Date.parse(at) > new Date(now).getTime() ? { at } : { wrong: "past" };
}

function openFrom(day: Day): Day {
  let found = day;
  while (!isOfficeOpen(found)) found = plusDays(found, 1);
  return found;
}

function momentOf(day: Day, { hour, minute }: { hour: number; minute: number }): string {
  return new Date(`${iso(day)}T${two(hour)}:${two(minute)}:00+09:00`).toISOString();
}
