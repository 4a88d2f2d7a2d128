/** Two days as they are typed, from the one to the other, both counted: none of them ahead of today. */
import { useState } from "react";

import { dayInJapan, iso, plusDays } from "@/kit/days";

import { isoWritten } from "./DayField";
import { useDates } from "./dates";
import { useNow } from "./now";

export interface Span {
  first: string;
  last: string;
  type: (part: { first?: string; last?: string }) => void;
  /** Why it is none: its end stands before its beginning, or is still to come. */
  error: "back" | "ahead" | null;
  /** Both as iso, once they are a span. */
  days: { first: string; last: string } | null;
}

/** Begins so many days ago and ends today until somebody types. */
export function useSpan(daysAgo: number): Span {
  const { denseDay } = useDates();
  const today = dayInJapan(useNow());
  const [typed, setTyped] = useState(() => ({
    first: denseDay(plusDays(today, -daysAgo)),
    last: denseDay(today),
  }));
  const first = isoWritten(typed.first);
  const last = isoWritten(typed.last);
  const error = wrong(first, last, iso(today));
  return {
    ...typed,
    type: (part) => setTyped({ ...typed, ...part }),
    error,
    days: first && last && !error ? { first, last } : null,
  };
}

/** Days as iso can be compared as they are written. */
function wrong(first: Written, last: Written, today: string): Span["error"] {
  if (!last) return null;
  if (first && last < first) return "back";
  return last > today ? "ahead" : null;
}

type Written = ReturnType<typeof isoWritten>;
