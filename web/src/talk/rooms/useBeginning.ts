/** What is written of a room that does not exist yet, and after which template. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { dayInJapan, fromIso } from "@/kit/days";
import { isoWritten } from "@/ui/DayField";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

import { screenIn } from "./rows";
import { type Beginning, beginningOf, refilled, type Template } from "./templates";

export function useBeginning() {
  const { denseDay } = useDates();
  const today = dayInJapan(useNow());
  const section = screenIn(useQueryClient())?.me.department ?? "";
  const [template, choose] = useState<Template>("blank");
  const [words, setWords] = useState<Beginning>({ name: "", purpose: "", ends: "" });
  const given = (which: Template): Beginning => {
    const { ends, ...rest } = beginningOf(which, today, section);
    return { ...rest, ends: ends && denseDay(fromIso(ends)) };
  };
  return {
    ...words,
    ends_on: isoWritten(words.ends),
    template: template === "blank" ? null : template,
    chosen: template,
    write: (some: Partial<Beginning>) => setWords((before) => ({ ...before, ...some })),
    choose: (next: Template) => {
      choose(next);
      setWords((before) => refilled(before, given(template), given(next)));
    },
  };
}
