/** A day as offices write it (R9.3.31, 令和9年3月31日, 9.3.31, 20270331), put right when the field is left; buttons give the usual ones. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { type Day, iso } from "@/kit/days";
import { readDay, reiwa } from "@/kit/eras";

import { DayButtons, type Usual } from "./DayButtons";
import { useDates } from "./dates";
import { Field } from "./Field";

interface Props {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** As it was written. */
  value: string;
  onChange: (written: string) => void;
  /** Days that are often meant. */
  usual: readonly Usual[];
  /** What the day is the beginning or end of, in words; without: the last one. */
  says?: (day: string) => string;
}

/** What was written, as a day; null of nothing, undefined of what is none. */
export function dayWritten(written: string): Day | null | undefined {
  if (written.trim() === "") return null;
  const read = readDay(written, reiwa);
  return read.refused === null ? read.day : undefined;
}

/** The same as it travels; undefined of what is no day. */
export function isoWritten(written: string): string | null | undefined {
  const day = dayWritten(written);
  return day ? iso(day) : day;
}

export function DayField({ label, hint, error, value, onChange, usual, says }: Props) {
  const { t } = useLingui();
  const { denseDay, longDay } = useDates();
  const day = dayWritten(value);
  const write = (chosen: Day | null) => onChange(chosen ? denseDay(chosen) : "");
  return (
    <div className="grid gap-1.5">
      <Field
        label={label}
        hint={hint}
        value={value}
        onChange={onChange}
        onBlur={() => day && write(day)}
        error={day === undefined ? t`日付として読めません。R9.3.31 のように入れてください。` : error}
        inputMode="text"
        code
      />
      <div className="flex flex-wrap items-center gap-2">
        <DayButtons label={label} chosen={day ?? null} usual={usual} onChoose={write} />
        <p role="status" className="text-small text-firm">
          {day && !error && (says ? says(longDay(day)) : t`${longDay(day)} まで`)}
        </p>
      </div>
    </div>
  );
}
