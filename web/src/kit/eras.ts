/** 和暦: dates as an office writes them, read in any width and written in one way (TEXT-2). */
import { type Day, iso, lengthOfMonth } from "./days";
import { asCode } from "./text";

export interface Era {
  name: string;
  letter: string;
  /** ISO days, both within the era. */
  first: string;
  last: string;
  yearOne: number;
}

export type Read =
  | { day: Day; refused: null }
  | { refused: "not_a_date" }
  | { refused: "no_such_date"; nearest: string };

export const reiwa: Era = {
  name: "令和",
  letter: "R",
  first: "2019-05-01",
  last: "9999-12-31",
  yearOne: 2019,
};

// 明治 begins here with the Gregorian calendar: an older date on paper is one of another calendar.
const eras: readonly Era[] = [
  reiwa,
  { name: "平成", letter: "H", first: "1989-01-08", last: "2019-04-30", yearOne: 1989 },
  { name: "昭和", letter: "S", first: "1926-12-25", last: "1989-01-07", yearOne: 1926 },
  { name: "大正", letter: "T", first: "1912-07-30", last: "1926-12-24", yearOne: 1912 },
  { name: "明治", letter: "M", first: "1873-01-01", last: "1912-07-29", yearOne: 1868 },
];

const pattern =
  /^(?:(?<mark>令和|平成|昭和|大正|明治|[RHSTM])\.?)?(?<year>元|[0-9]{1,4})(?<joint>年|[./-])(?<month>[0-9]{1,2})(?:月|[./-])(?<day>[0-9]{1,2})日?$/;
const eightDigits = /^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})$/;

interface Written extends Day {
  era: Era | null;
  joint: string;
}

/** The day that was written: R6.4.1, 令和元年5月1日, 2026-11-24, 20261124, in any width. 8.11.24 without
 * an era is read only where `bare` names it; nothing is shifted, the nearest valid form is offered. */
export function readDay(text: string, bare: Era | null = null): Read {
  const plain = asCode(text.normalize("NFKC")).toUpperCase();
  const groups = (eightDigits.exec(plain) ?? pattern.exec(plain))?.groups;
  const found = groups ? asWritten(groups, bare) : null;
  if (!found) return { refused: "not_a_date" };
  const day = nearest(found);
  return isValid(found, day)
    ? { day, refused: null }
    : { refused: "no_such_date", nearest: inItsForm(found, day) };
}

/** The era of a day; null before 1873, when the calendar was another one. */
export function eraOf(day: Day): Era | null {
  return eras.find((era) => contains(era, day)) ?? null;
}

/** 令和8年11月24日, 令和元年5月1日: for sentences, forms and print. */
export function written(day: Day): string {
  return `${yearName(day)}${day.month}月${day.day}日`;
}

/** R8.11.24, R1.5.1: for dense columns and lists. */
export function dense(day: Day): string {
  const era = eraOf(day);
  if (!era) return iso(day);
  return `${era.letter}${day.year - era.yearOne + 1}.${day.month}.${day.day}`;
}

/** 令和8年, as it stands on that day. */
export function yearName(day: Day): string {
  const era = eraOf(day);
  if (!era) return `${day.year}年`;
  const number = day.year - era.yearOne + 1;
  return `${era.name}${number === 1 ? "元" : number}年`;
}

function asWritten(groups: Record<string, string | undefined>, bare: Era | null): Written | null {
  const { mark, year = "", month, day, joint = "" } = groups;
  const isWestern = !mark && year.length === 4;
  const era = isWestern ? null : (eras.find(({ name, letter }) => mark === name || mark === letter) ?? bare);
  // Three digits name no year of any era, and one or two need an era to say what they mean.
  if (!isWestern && (!era || year.length > 2)) return null;
  return { era, joint, year: year === "元" ? 1 : Number(year), month: Number(month), day: Number(day) };
}

function nearest({ era, ...there }: Written): Day {
  const year = within(Math.max(there.year, 1) + (era ? era.yearOne - 1 : 0), 9999);
  const month = within(there.month, 12);
  return { year, month, day: within(there.day, lengthOfMonth(year, month)) };
}

function isValid({ era, ...there }: Written, day: Day): boolean {
  const year = era ? day.year - era.yearOne + 1 : day.year;
  const asRead = year === there.year && day.month === there.month && day.day === there.day;
  return asRead && (!era || contains(era, day));
}

function inItsForm({ era, joint }: Written, day: Day): string {
  if (joint === "年") return era ? written(day) : `${day.year}年${day.month}月${day.day}日`;
  return era ? dense(day) : iso(day);
}

function contains(era: Era, day: Day): boolean {
  return era.first <= iso(day) && iso(day) <= era.last;
}

function within(number: number, most: number): number {
  return Math.min(Math.max(number, 1), most);
}
