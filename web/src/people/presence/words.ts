/** Presence in words: what somebody says of themselves, else the band of their last use; and where they work today. */
import type { Presence } from "@/generated/wire";
import { bubbleTime, shortDay } from "@/kit/dates";
import { dayInJapan, daysBetween, fromIso, iso } from "@/kit/days";

export type Place = NonNullable<Presence["place"]>;
export type Standing = "absent" | "present" | "meeting" | "out" | "leave" | "now" | "lately" | "away";

/** What holds now: a word that was given until a time gives way to the band when that time has come. */
export function standingOf(presence: Presence, now: Date): Standing {
  if (absenceOf(presence, now)) return "absent";
  const has = presence.state !== null && !(presence.until !== null && Date.parse(presence.until) <= +now);
  return has && presence.state ? presence.state : presence.band;
}

/** That somebody is absent for days, as long as it is so: after its last day it is over by itself. */
export function absenceOf({ absence }: Presence, now: Date): Presence["absence"] {
  return absence && absence.until >= iso(dayInJapan(now)) ? absence : null;
}

/** Until when what holds now does, in words; null where that is open. */
export function endOf(presence: Presence, now: Date): string | null {
  const absence = absenceOf(presence, now);
  if (absence) return shortDay(fromIso(absence.until));
  const { state, until } = presence;
  return until && standingOf(presence, now) === state ? untilWords(until, now) : null;
}

/** Where somebody works today. A page that was left open overnight says nothing of the day before. */
export function placeOf({ place, place_on }: Presence, now: Date): Place | null {
  return place_on === iso(dayInJapan(now)) ? place : null;
}

/** The place as it stands beside what holds now: 外出中 says it already, and whoever is absent is in none. */
export function placeBeside(presence: Presence, now: Date): Place | null {
  const standing = standingOf(presence, now);
  const place = placeOf(presence, now);
  return standing === "absent" || (standing === "out" && place === "out") ? null : place;
}

/** 15:30 today, else the day. */
export function untilWords(until: string, now: Date): string {
  const day = dayInJapan(until);
  return daysBetween(dayInJapan(now), day) === 0 ? bubbleTime(until) : shortDay(day);
}
