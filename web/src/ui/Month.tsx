/** A month of the calendar as it hangs in an office: from Sunday on, with 祝日 and closed days; the keys walk from day to day. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";

import { shortDay } from "@/kit/dates";
import { type Day, dayInJapan, iso, plusMonths, weeksOf } from "@/kit/days";
import { holiday, isOfficeOpen, isTurnOfYear } from "@/kit/holidays";

import { walked } from "./calendar";
import { useDates } from "./dates";
import { IconButton } from "./IconButton";
import { useNow } from "./now";

interface Props {
  chosen: Day | null;
  onChoose: (day: Day) => void;
}

export function Month({ chosen, onChoose }: Props) {
  const { t } = useLingui();
  const { monthName } = useDates();
  const today = dayInJapan(useNow());
  const [at, goTo] = useState(chosen ?? today);
  const heading = useId();
  const table = useFocusOn(iso(at));
  const walk = (event: KeyboardEvent) => {
    const next = walked(at, event);
    if (!next) return;
    event.preventDefault();
    table.follow();
    goTo(next);
  };
  return (
    <div className="grid gap-1 p-1 mid:p-3">
      <div className="flex items-center justify-between">
        <IconButton icon="back" label={t`前の月`} onPress={() => goTo(plusMonths(at, -1))} />
        <p id={heading} aria-live="polite" className="figures font-bold">
          {monthName(at)}
        </p>
        <IconButton icon="forward" label={t`次の月`} onPress={() => goTo(plusMonths(at, 1))} />
      </div>
      <table aria-labelledby={heading} ref={table.ref} onKeyDown={walk}>
        <WeekdayNames />
        <tbody>
          {weeksOf(at.year, at.month).map((week) => (
            <tr key={week.map((day) => day?.day ?? 0).join(" ")}>
              {week.map((day, place) =>
                day ? (
                  <DayCell
                    key={day.day}
                    day={day}
                    isHere={iso(day) === iso(at)}
                    isChosen={chosen !== null && iso(day) === iso(chosen)}
                    isToday={iso(day) === iso(today)}
                    onChoose={() => onChoose(day)}
                  />
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place is known by its place.
                  <td key={`empty ${place}`} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <HolidaysOf month={at} />
    </div>
  );
}

function WeekdayNames() {
  const { t } = useLingui();
  const names = [t`日`, t`月`, t`火`, t`水`, t`木`, t`金`, t`土`];
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col" abbr={t`${name}曜日`} className="py-1 text-small font-normal text-firm">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps {
  day: Day;
  isHere: boolean;
  isChosen: boolean;
  isToday: boolean;
  onChoose: () => void;
}

function DayCell({ day, isHere, isChosen, isToday, onChoose }: CellProps) {
  const { t } = useLingui();
  const isClosed = !isOfficeOpen(day);
  const words = [shortDay(day), holiday(day), isClosed && t`閉庁日`, isToday && t`今日`];
  const plain = `hover:bg-hovered ${isClosed ? "bg-sunken text-firm" : ""}`;
  return (
    <td className="mid:p-0.5">
      <Button
        data-day={iso(day)}
        excludeFromTabOrder={!isHere}
        aria-pressed={isChosen}
        onPress={onChoose}
        className={`figures grid min-h-11 w-[min(2.75rem,calc((100vw-26px-0.5rem)/7))] content-center justify-items-center whitespace-nowrap rounded-8 border leading-130 tight:text-[0.8rem] ${edgeOf(isToday, isClosed)} ${isChosen ? "bg-accent text-on-accent forced-colors:border-4" : plain}`}
      >
        <span aria-hidden="true">{day.day}</span>
        <Mark day={day} />
        <span className="sr-only">{words.filter(Boolean).join(" ")}</span>
      </Button>
    </td>
  );
}

/** Where the system's colours alone are shown, fills are not: what they said is said by the edge. */
function edgeOf(isToday: boolean, isClosed: boolean): string {
  if (isToday) return "border-accent font-bold";
  return `border-transparent ${isClosed ? "forced-colors:border-dashed" : "forced-colors:border-[Canvas]"}`;
}

function Mark({ day }: { day: Day }) {
  const { t } = useLingui();
  const mark = holiday(day) ? t`祝` : isTurnOfYear(day) && t`休`;
  return (
    mark && (
      <span aria-hidden="true" className="text-small leading-100">
        {mark}
      </span>
    )
  );
}

/** What the 祝 in the month stand for. */
function HolidaysOf({ month: { year, month } }: { month: Day }) {
  const named = weeksOf(year, month)
    .flat()
    .flatMap((day) => (day && holiday(day) ? [`${day.day}日 ${holiday(day)}`] : []));
  return (
    <p className="max-w-84 px-1 text-pretty text-small text-soft">
      {named.length > 0 && `${named.join("、")}。`}
      <span className="forced-colors:hidden">
        <Trans>色の付いた日は閉庁日です。</Trans>
      </span>
      <span className="hidden forced-colors:inline">
        <Trans>点線の日は閉庁日です。</Trans>
      </span>
    </p>
  );
}

/** Opened by hand, and walked by the keys, the calendar has the focus on the day where one is. */
function useFocusOn(day: string) {
  const ref = useRef<HTMLTableElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    ref.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  return {
    ref,
    follow: () => {
      follows.current = true;
    },
  };
}
