/** 年度: the year of offices, from 1 April to 31 March (TEXT-3). */
import type { Day } from "./days";
import { dense, yearName } from "./eras";

/** The calendar year in which the 年度 of a day begins. */
export function fiscalYear({ year, month }: Day): number {
  return month >= 4 ? year : year - 1;
}

/** 令和8年度. One in which an era began carries the new name: 令和元年度. */
export function fiscalYearName(year: number): string {
  return `${yearName({ year, month: 12, day: 31 })}度`;
}

/** R8.4.1～R9.3.31, as it stands in brackets after the name. */
export function fiscalYearSpan(year: number): string {
  return `${dense({ year, month: 4, day: 1 })}～${dense({ year: year + 1, month: 3, day: 31 })}`;
}
