/** From which day to which, as offices write days; what cannot be read narrows nothing yet. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { DayField, isoWritten } from "@/ui/DayField";

export function PeriodFields({
  onPeriod,
}: {
  onPeriod: (part: { first?: string | null; last?: string | null }) => void;
}) {
  const { t } = useLingui();
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const write = (key: "first" | "last", written: string) => {
    const day = isoWritten(written);
    if (day !== undefined) onPeriod({ [key]: day });
  };
  return (
    <div className="grid max-w-[46rem] grid-cols-1 gap-3 mid:grid-cols-2">
      <DayField
        label={t`この日から`}
        value={first}
        onChange={(written) => {
          setFirst(written);
          write("first", written);
        }}
        usual={[]}
        says={(day) => t`${day} から`}
      />
      <DayField
        label={t`この日まで`}
        value={last}
        onChange={(written) => {
          setLast(written);
          write("last", written);
        }}
        usual={[]}
      />
    </div>
  );
}
