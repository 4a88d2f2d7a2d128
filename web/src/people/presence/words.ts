/** Presence in words: what somebody says of themselves, else the band of their last use. */
import type { Presence } from "@/generated/wire";
import { bubbleTime, shortDay } from "@/kit/dates";
import { dayInJapan, daysBetween } from "@/kit/days";

export type Standing = "present" | "meeting" | "out" | "leave" | "now" | "lately" | "away";

/** What holds now: a word that was given until a time gives way to the band when that time has come. */
export function standingOf(presence: Presence, now: Date): Standing {
  const has = presence.state !== null && !(presence.until !== null && Date.parse(presence.until) <= +now);
  return has && presence.state ? presence.state : presence.band;
}

/** 15:30 today, else the day. */
export function untilWords(until: string, now: Date): string {
  const day = dayInJapan(until);
  return daysBetween(dayInJapan(now), day) === 0 ? bubbleTime(until) : shortDay(day);
}
