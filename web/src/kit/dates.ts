/** Dates and times as the screen says them: one form for each place where they stand. */
import { type Day, dayInJapan, daysBetween, type Moment, two, wallClock, weekday } from "./days";
import { dense, written } from "./eras";
import { fiscalYear } from "./fiscal";
import { holiday } from "./holidays";

const weekdays = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** In a bubble: 14:05. */
export function bubbleTime(at: Moment): string {
  const { hour, minute } = wallClock(at);
  return `${hour}:${two(minute)}`;
}

/** In the detail of a message: 令和8年11月24日（火） 14:05:09. */
export function detailTime(at: Moment): string {
  return `${longDay(dayInJapan(at))} ${bubbleTime(at)}:${two(wallClock(at).second)}`;
}

/** In a list: 14:05 today, 昨日, then 火曜日 while the weekday alone is clear (six days), then
 * 11月10日（火） within this 年度, else R7.11.10. */
export function listTime(at: Moment, now: Moment): string {
  const [day, today] = [dayInJapan(at), dayInJapan(now)];
  const days = daysBetween(day, today);
  if (days === 0) return bubbleTime(at);
  if (days === 1) return "昨日";
  if (days > 1 && days < 7) return `${weekdays[weekday(day)]}曜日`;
  return fiscalYear(day) === fiscalYear(today) ? shortDay(day) : dense(day);
}

/** On the line between two days, and for due dates: 11月24日（火）, with 祝 on a holiday. A day of
 * another 年度 than today's carries its year, because the line alone would not tell. */
export function dayLine(day: Day, today: Day): string {
  return fiscalYear(day) === fiscalYear(today) ? shortDay(day) : longDay(day);
}

/** 11月24日（火）; 11月23日（月・祝）. */
export function shortDay(day: Day): string {
  return `${day.month}月${day.day}日${inBrackets(day)}`;
}

/** In documents and print: 令和8年11月24日（火）. */
export function longDay(day: Day): string {
  return `${written(day)}${inBrackets(day)}`;
}

/** In documents and print, with the time: 令和8年11月24日（火） 17:15, or 午後5時15分 where that is set. */
export function documentTime(at: Moment, spoken: boolean): string {
  return `${longDay(dayInJapan(at))} ${spoken ? spokenTime(at) : bubbleTime(at)}`;
}

/** On the strip at the top: 令和8年11月20日（金）14:07. */
export function wareki(at: Moment): string {
  return longDay(dayInJapan(at)) + bubbleTime(at);
}

function spokenTime(at: Moment): string {
  const { hour, minute } = wallClock(at);
  const half = hour < 12 ? "午前" : "午後";
  return `${half}${hour % 12}時${minute === 0 ? "" : `${minute}分`}`;
}

function inBrackets(day: Day): string {
  return `（${weekdays[weekday(day)]}${holiday(day) ? "・祝" : ""}）`;
}
