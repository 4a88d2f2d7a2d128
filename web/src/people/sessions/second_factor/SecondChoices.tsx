/** Who must have a second factor, and from which day: beyond administrators and guests, who always must. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { fromIso } from "@/kit/days";
import { type BodyRules, type RequiredOf, requiredOf } from "@/people/sessions/bodyRules";
import { Choice } from "@/ui/Choice";
import { DayField, isoWritten } from "@/ui/DayField";
import { useDates } from "@/ui/dates";

type Second = BodyRules["second"];

interface Props {
  second: Second;
  onChange: (second: Second) => void;
}

export function SecondChoices({ second, onChange }: Props) {
  const { t } = useLingui();
  const { denseDay } = useDates();
  const [written, write] = useState(second.starts_on ? denseDay(fromIso(second.starts_on)) : "");
  const says: Record<RequiredOf, string> = {
    administrators: t`管理する役割の人とゲスト`,
    internet: t`インターネット側の全員も`,
    everybody: t`全員`,
  };
  return (
    <>
      <div className="grid gap-1.5">
        <Choice
          label={t`二要素認証が必要な人`}
          value={second.required_of}
          choices={requiredOf.map((value) => ({ value, says: says[value] }))}
          onChange={(required_of) => onChange({ ...second, required_of })}
        />
        <p className="text-small text-soft">
          <Trans>
            パスワードのほかに、スマートフォンのアプリに出る6けたの数字で確かめます。まだ設定していない人は、次のログインで設定します。アカウント管理グループでは、これより厳しくできます。
          </Trans>
        </p>
      </div>
      <DayField
        label={t`求めはじめる日`}
        hint={<Trans>この日の前は、設定しなくてもログインできます。空けておくと、いますぐ求めます。</Trans>}
        value={written}
        says={(day) => t`${day} から`}
        usual={[]}
        onChange={(next) => {
          write(next);
          const starts_on = isoWritten(next);
          if (starts_on !== undefined) onChange({ ...second, starts_on });
        }}
      />
    </>
  );
}
