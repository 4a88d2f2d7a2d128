/** From which day to which: the usual ones at one press, others written by hand. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Choice } from "@/ui/Choice";
import { dayWritten } from "@/ui/DayField";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";

import { type Chosen, turnsBack, type Written } from "./period";

interface Props {
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  written: Written;
  onWrite: (written: Written) => void;
}

export function PeriodChoice({ chosen, onChoose, written, onWrite }: Props) {
  const { t } = useLingui();
  return (
    <div className="grid gap-2">
      <Choice
        quiet
        label={t`期間`}
        value={chosen}
        choices={[
          { value: "today", says: <Trans>今日</Trans> },
          { value: "week", says: <Trans>7日間</Trans> },
          { value: "month", says: <Trans>30日間</Trans> },
          { value: "all", says: <Trans>すべて</Trans> },
          { value: "days", says: <Trans>日を決める</Trans> },
        ]}
        onChange={onChoose}
      />
      {chosen === "days" && (
        <div className="grid max-w-160 items-start grid-cols-[repeat(auto-fit,minmax(min(100%,16rem),1fr))] gap-3">
          <OneDay
            label={t`はじめの日`}
            none={t`空のときは、ルームの最初から`}
            value={written.first}
            onChange={(first) => onWrite({ ...written, first })}
          />
          <OneDay
            label={t`おわりの日`}
            none={t`空のときは、いままで`}
            error={turnsBack(written) && t`はじめの日より前です。あとの日を入れてください。`}
            value={written.last}
            onChange={(last) => onWrite({ ...written, last })}
          />
        </div>
      )}
    </div>
  );
}

interface OneDayProps {
  label: string;
  /** What holds without any. */
  none: string;
  error?: string | false;
  value: string;
  onChange: (written: string) => void;
}

function OneDay({ label, none, error = false, value, onChange }: OneDayProps) {
  const { t } = useLingui();
  const { denseDay, longDay } = useDates();
  const day = dayWritten(value);
  return (
    <Field
      label={label}
      hint={day ? longDay(day) : none}
      value={value}
      onChange={onChange}
      onBlur={() => day && onChange(denseDay(day))}
      error={day === undefined ? t`日付として読めません。R9.3.31 のように入れてください。` : error}
      code
    />
  );
}
