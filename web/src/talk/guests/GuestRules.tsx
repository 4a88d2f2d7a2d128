/** 管理 › ゲストの決まり: whether there are any, how long they stay, and what they accept before anything opens. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Label, TextArea, TextField } from "react-aria-components";

import { BodySetting } from "@/people/orgs/BodySetting";
import { Choice } from "@/ui/Choice";
import { box } from "@/ui/Field";
import { Numbers } from "@/ui/Numbers";

interface Rules {
  allowed: boolean;
  days: number;
  consent: string;
}

export function GuestRules({ contact }: { contact: string }) {
  const { t } = useLingui();
  return (
    <BodySetting<Rules>
      name="guests"
      title={<Trans>ゲストの決まり</Trans>}
      about={
        <Trans>ゲストは、ルームの管理をする人が招待します。招待した職員が、招待責任者になります。</Trans>
      }
      contact={contact}
    >
      {(rules, onChange) => (
        <>
          <Choice
            label={t`ゲストを使うか`}
            value={rules.allowed ? "yes" : "no"}
            onChange={(answer) => onChange({ ...rules, allowed: answer === "yes" })}
            choices={[
              { value: "yes", says: <Trans>使う</Trans> },
              { value: "no", says: <Trans>使わない（新しく招待できません）</Trans> },
            ]}
          />
          <Numbers
            label={t`ふつうの期間`}
            hint={<Trans>年度の終わりのほうが早いときは、年度の終わりまでです。</Trans>}
            values={[14, 30, 60, 90, 180]}
            says={(n) => t`${n}日`}
            value={rules.days}
            onChange={(days) => onChange({ ...rules, days })}
          />
          <TextField
            value={rules.consent}
            onChange={(consent) => onChange({ ...rules, consent })}
            className="grid gap-1.5"
          >
            <Label className="font-bold">
              <Trans>守っていただくこと</Trans>
            </Label>
            <p className="text-pretty text-small text-soft">
              <Trans>
                ゲストは、これに同意するまで何も開けません。変えると、いまのゲストにも、次に開くときにあらためて同意してもらいます。
              </Trans>
            </p>
            <TextArea rows={8} className={box} />
          </TextField>
        </>
      )}
    </BodySetting>
  );
}
