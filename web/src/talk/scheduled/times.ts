/** The times at which people send later, and what they type for one. Pure; all of it is the office's time. */
import { type Day, dayInJapan, iso, type Moment, plusDays, two, wallClock, weekday } from "@/kit/days";

export interface Offer {
  name: "evening" | "tomorrow" | "monday";
  at: string;
}

const EVENING = { hour: 17, minute: 0 };
const MORNING = { hour: 8, minute: 30 };
const MONDAY = 1;
/** Nearer than this the evening is not worth waiting for. */
const SOON = 5 * 60_000;

export function offersAt(now: Moment): Offer[] {
  const today = dayInJapan(now);
  const evening = momentOf(today, EVENING);
  const tomorrow = plusDays(today, 1);
  const monday = plusDays(today, (7 + MONDAY - weekday(today)) % 7 || 7);
  const isWorthIt = Date.parse(evening) - new Date(now).getTime() > SOON;
  return [
    ...(isWorthIt ? [{ name: "evening", at: evening } as const] : []),
    { name: "tomorrow", at: momentOf(tomorrow, MORNING) },
    ...(iso(monday) === iso(tomorrow) ? [] : [{ name: "monday", at: momentOf(monday, MORNING) } as const]),
  ];
}

export interface Time {
  hour: number;
  minute: number;
}

export function momentOf(day: Day, { hour, minute }: Time): string {
  return `${iso(day)}T${two(hour)}:${two(minute)}:00+09:00`;
}

export function timeOf(at: Moment): string {
  const { hour, minute } = wallClock(at);
  return `${hour}:${two(minute)}`;
}

const pattern = /^(?:(\d{1,2})(?::(\d{1,2})|時(?:(\d{1,2})分?)?|時半)?|(\d{2})(\d{2}))$/;

/** 8:30, ８：３０, 0830, 8時30分, 8時半; null when it is no time. */
export function readTime(text: string): Time | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const found = pattern.exec(plain);
  if (!found) return null;
  const half = plain.endsWith("半") ? 30 : 0;
  const hour = Number(found[1] ?? found[4]);
  const minute = Number(found[2] ?? found[3] ?? found[5] ?? half);
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}
