/** 祝日: the holidays of 国民の祝日に関する法律 (昭和23年法律第178号), for the 祝 beside a date. */
import { type Day, iso, plusDays, weekday } from "./days";

const SUNDAY = 0;
const MONDAY = 1;

// 第2条. The days that the law names by their date; in force unchanged since 2022.
const fixed: Readonly<Record<string, string>> = {
  "01-01": "元日",
  "02-11": "建国記念の日",
  "02-23": "天皇誕生日",
  "04-29": "昭和の日",
  "05-03": "憲法記念日",
  "05-04": "みどりの日",
  "05-05": "こどもの日",
  "08-11": "山の日",
  "11-03": "文化の日",
  "11-23": "勤労感謝の日",
};

// 第2条. “The second Monday of January” and its like.
const mondays: Readonly<Record<string, string>> = {
  "1/2": "成人の日",
  "7/3": "海の日",
  "9/3": "敬老の日",
  "10/2": "スポーツの日",
};

// 春分の日 in March and 秋分の日 in September. The Cabinet announces them each February for the next year;
// later years follow from the usual approximation of the equinoxes (valid 1980–2099) and must be checked each February.
const equinoxes: Readonly<Record<number, readonly [number, number]>> = {
  2025: [20, 23],
  2026: [20, 23],
  2027: [21, 23],
  2028: [20, 22],
  2029: [20, 23],
  2030: [20, 23],
  2031: [21, 23],
  2032: [20, 22],
  2033: [20, 23],
  2034: [20, 23],
  2035: [21, 23],
};

/** The name of the holiday; null on other days, and outside the years of the table (2025 to 2035). */
export function holiday(day: Day): string | null {
  return named(day) ?? substitute(day) ?? between(day);
}

/** Offices are closed on weekends, on holidays, and from 29 December to 3 January. */
export function isOfficeOpen(day: Day): boolean {
  return weekday(day) % 6 !== 0 && holiday(day) === null && !isTurnOfYear(day);
}

/** 年末年始. */
export function isTurnOfYear({ month, day }: Day): boolean {
  return (month === 12 && day >= 29) || (month === 1 && day <= 3);
}

function named(day: Day): string | null {
  const equinox = equinoxes[day.year];
  if (!equinox) return null;
  if (day.month === 3 && day.day === equinox[0]) return "春分の日";
  if (day.month === 9 && day.day === equinox[1]) return "秋分の日";
  const monday = weekday(day) === MONDAY ? mondays[`${day.month}/${Math.ceil(day.day / 7)}`] : null;
  return fixed[iso(day).slice(5)] ?? monday ?? null;
}

/** 第3条第2項: when a holiday falls on a Sunday, the next day that is none is a day off instead. */
function substitute(day: Day): string | null {
  let before = plusDays(day, -1);
  while (named(before)) {
    if (weekday(before) === SUNDAY) return "振替休日";
    before = plusDays(before, -1);
  }
  return null;
}

/** 第3条第3項: a day between two holidays is a day off. */
function between(day: Day): string | null {
  return named(plusDays(day, -1)) && named(plusDays(day, 1)) ? "国民の休日" : null;
}
