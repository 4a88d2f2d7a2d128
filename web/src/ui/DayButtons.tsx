/** Below a field for a day: the calendar, and the days that are often meant. What is chosen is written into the field. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";

import { type Day, dayInJapan, plusDays, weekday } from "@/kit/days";
import { fiscalYear } from "@/kit/fiscal";

import { Button } from "./Button";
import { useNow } from "./now";
import { Waiting } from "./Waiting";

const Month = lazy(() => import("./Month").then((file) => ({ default: file.Month })));

export interface Usual {
  says: string;
  /** Null: none. */
  day: Day | null;
}

interface Props {
  /** The field's name. */
  label: string;
  chosen: Day | null;
  usual: readonly Usual[];
  onChoose: (day: Day | null) => void;
}

export function DayButtons({ label, chosen, usual, onChoose }: Props) {
  const { t } = useLingui();
  return (
    <div className="flex flex-wrap gap-2">
      <DialogTrigger>
        <Button small icon="calendar">
          <Trans>カレンダー</Trans>
        </Button>
        <Popover
          placement="bottom start"
          className="overflow-auto rounded-8 border border-line bg-surface text-ink shadow-raised"
        >
          <Dialog aria-label={t`${label}のカレンダー`} className="outline-none">
            {({ close }) => (
              <Suspense fallback={<Waiting says={t`カレンダーを開いています`} />}>
                <Month
                  chosen={chosen}
                  onChoose={(day) => {
                    onChoose(day);
                    close();
                  }}
                />
              </Suspense>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {usual.map(({ says, day }) => (
        <Button key={says} small onPress={() => onChoose(day)}>
          {says}
        </Button>
      ))}
    </div>
  );
}

/** 今日・明日・来週月曜: of something that is to be done soon. */
export function useSoon(): Usual[] {
  const { t } = useLingui();
  const today = dayInJapan(useNow());
  return [
    { says: t`今日`, day: today },
    { says: t`明日`, day: plusDays(today, 1) },
    { says: t`来週月曜`, day: plusDays(today, (8 - weekday(today)) % 7 || 7) },
  ];
}

/** 年度末: of something that lasts. */
export function useYearsEnd(): Usual {
  const { t } = useLingui();
  const today = dayInJapan(useNow());
  return { says: t`年度末`, day: { year: fiscalYear(today) + 1, month: 3, day: 31 } };
}
