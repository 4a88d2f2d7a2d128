/** The last day of a guest: as usual, or another day within a year. */
import { useLingui } from "@lingui/react/macro";

import { dayInJapan, daysBetween, fromIso, plusMonths } from "@/kit/days";
import { useYearsEnd } from "@/ui/DayButtons";
import { DayField, dayWritten } from "@/ui/DayField";
import { useNow } from "@/ui/now";

interface Props {
  value: string;
  onChange: (written: string) => void;
  usualEnd: string;
}

export function UntilField({ value, onChange, usualEnd }: Props) {
  const { t } = useLingui();
  const today = dayInJapan(useNow());
  const yearsEnd = useYearsEnd();
  const day = dayWritten(value);
  const isPast = Boolean(day && daysBetween(today, day) < 0);
  return (
    <DayField
      label={t`いつまで`}
      value={value}
      onChange={onChange}
      error={isPast && t`今日より前の日です。今日からあとの日を入れてください。`}
      usual={[
        { says: t`ふつうの期間`, day: fromIso(usualEnd) },
        { says: t`1か月後`, day: plusMonths(today, 1) },
        yearsEnd,
      ]}
    />
  );
}
