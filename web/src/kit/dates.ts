/** Dates and times as the screen says them: one form for each place where they stand, in the years that a person reads. */
import { type Day, dayInJapan, daysBetween, type Moment, two, wallClock, weekday } from "./days";
import { dense, written, yearName } from "./eras";
import { fiscalYear } from "./fiscal";
import { holiday } from "./holidays";

/** 和暦 or 西暦: the person's choice. Every date that carries a year is made by `datesIn` of it. */
export type Calendar = "wareki" | "western";

export type Dates = ReturnType<typeof datesIn>;

const weekdays = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** In a bubble: 14:05. */
export function bubbleTime(at: Moment): string {
  const { hour, minute } = wallClock(at);
  return `${hour}:${two(minute)}`;
}

/** 11月24日（火）; 11月23日（月・祝）. */
export function shortDay(day: Day): string {
  return `${day.month}月${day.day}日${inBrackets(day)}`;
}

/** How dates stand where they carry a year. */
export function datesIn(calendar: Calendar) {
  /** In dense columns: R8.11.24 or 2026.11.24. */
  const denseDay = (day: Day) => (calendar === "wareki" ? dense(day) : `${day.year}.${day.month}.${day.day}`);

  /** In documents and print: 令和8年11月24日（火） or 2026年11月24日（火）. */
  const longDay = (day: Day) => {
    const plain = calendar === "wareki" ? written(day) : `${day.year}年${day.month}月${day.day}日`;
    return plain + inBrackets(day);
  };

  return {
    denseDay,
    longDay,

    /** Over a month of the calendar: 令和8年11月 or 2026年11月. */
    monthName: (day: Day) => `${calendar === "wareki" ? yearName(day) : `${day.year}年`}${day.month}月`,

    /** In a list: 14:05 today, 昨日, then 火曜日 while the weekday alone is clear (six days), then
     * 11月10日（火） within this 年度, else R7.11.10. */
    listTime(at: Moment, now: Moment): string {
      const [day, today] = [dayInJapan(at), dayInJapan(now)];
      if (daysBetween(day, today) === 0) return bubbleTime(at);
      return lately(day, today) ?? (fiscalYear(day) === fiscalYear(today) ? shortDay(day) : denseDay(day));
    },

    /** On the line between two days, and for due dates: 11月24日（火）, with 祝 on a holiday. A day of
     * another 年度 than today's carries its year, because the line alone would not tell. */
    dayLine: (day: Day, today: Day) => (fiscalYear(day) === fiscalYear(today) ? shortDay(day) : longDay(day)),

    /** In the detail of a message: 令和8年11月24日（火） 14:05:09. */
    detailTime: (at: Moment) => `${longDay(dayInJapan(at))} ${bubbleTime(at)}:${two(wallClock(at).second)}`,

    /** In documents and print, with the time: 令和8年11月24日（火） 17:15, or 午後5時15分 where that is set. */
    documentTime: (at: Moment, spoken: boolean) =>
      `${longDay(dayInJapan(at))} ${spoken ? spokenTime(at) : bubbleTime(at)}`,

    /** On the strip at the top: 令和8年11月20日（金）14:07. */
    stripTime: (at: Moment) => longDay(dayInJapan(at)) + bubbleTime(at),
  };
}

/** A word for one of the six days before today, while it alone is clear. */
function lately(day: Day, today: Day): string | null {
  const days = daysBetween(day, today);
  if (days === 1) return "昨日";
  return days > 1 && days < 7 ? `${weekdays[weekday(day)]}曜日` : null;
}

function spokenTime(at: Moment): string {
  const { hour, minute } = wallClock(at);
  const half = hour < 12 ? "午前" : "午後";
  return `${half}${hour % 12}時${minute === 0 ? "" : `${minute}分`}`;
}

function inBrackets(day: Day): string {
  return `（${weekdays[weekday(day)]}${holiday(day) ? "・祝" : ""}）`;
}
