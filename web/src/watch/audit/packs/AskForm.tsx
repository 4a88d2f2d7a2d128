/** Why, and for which days. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { dayInJapan, iso, plusDays } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { DayField, isoWritten } from "@/ui/DayField";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";
import { useNow } from "@/ui/now";

import { usePackAct } from "./packs";

export function AskForm({ contact }: { contact: string }) {
  const { t } = useLingui();
  const does = usePackAct();
  const { denseDay } = useDates();
  const today = dayInJapan(useNow());
  const [reason, setReason] = useState("");
  const [first, setFirst] = useState(() => denseDay(plusDays(today, -30)));
  const [last, setLast] = useState(() => denseDay(today));
  const days = { first: isoWritten(first), last: isoWritten(last) };
  const error = wrongDays(days, iso(today));
  const isReady = reason.trim() !== "" && days.first && days.last && !error && !does.isPending;
  const ask = () => {
    if (!days.first || !days.last) return;
    const wish = { reason, first: days.first, last: days.last };
    does.mutate({ act: "ask", wish }, { onSuccess: () => setReason("") });
  };
  return (
    <section aria-label={t`監査パックを作る`} className="grid gap-3">
      <Field
        label={t`作る理由`}
        hint={<Trans>監査の記録に残ります。</Trans>}
        isRequired
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoFocus
      />
      <div className="grid grid-cols-1 gap-3 mid:grid-cols-2">
        <DayField
          label={t`はじめの日`}
          value={first}
          onChange={setFirst}
          usual={[]}
          says={(day) => t`${day} から`}
        />
        <DayField
          label={t`おわりの日`}
          value={last}
          onChange={setLast}
          usual={[]}
          error={
            error &&
            {
              back: t`はじめの日より前です。あとの日を入れてください。`,
              ahead: t`今日までの日を入れてください。`,
            }[error]
          }
        />
      </div>
      <Trouble error={does.error} contact={contact} />
      <div>
        <Button look="first" isDisabled={!isReady} onPress={ask}>
          <Trans>監査パックを作る</Trans>
        </Button>
      </div>
    </section>
  );
}

interface Days {
  first: string | null | undefined;
  last: string | null | undefined;
}

/** Days as iso can be compared as they are written. */
function wrongDays({ first, last }: Days, today: string): "back" | "ahead" | null {
  if (!last) return null;
  if (first && last < first) return "back";
  return last > today ? "ahead" : null;
}
