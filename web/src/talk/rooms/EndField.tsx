/** When a room ends: nothing happens by itself then, whoever manages it is asked. */
import { Trans, useLingui } from "@lingui/react/macro";

import { useState } from "react";

import { dayInJapan, daysBetween, plusMonths } from "@/kit/days";
import { useYearsEnd } from "@/ui/DayButtons";
import { DayField, dayWritten } from "@/ui/DayField";
import { useNow } from "@/ui/now";

interface Props {
  value: string;
  onChange: (written: string) => void;
}

export function EndField({ value, onChange }: Props) {
  const { t } = useLingui();
  const today = dayInJapan(useNow());
  const yearsEnd = useYearsEnd();
  const day = dayWritten(value);
  // The day that it had already is no fault of whoever changes something else.
  const [before] = useState(value);
  const isPast = value !== before && Boolean(day && daysBetween(today, day) < 0);
  return (
    <DayField
      label={t`終了日`}
      hint={<Trans>過ぎると、管理をする人に、保管するか延ばすかを聞きます。入れなくてもかまいません。</Trans>}
      value={value}
      onChange={onChange}
      error={isPast && t`今日より前の日です。今日からあとの日を入れてください。`}
      usual={[{ says: t`1か月後`, day: plusMonths(today, 1) }, yearsEnd, { says: t`なし`, day: null }]}
    />
  );
}
