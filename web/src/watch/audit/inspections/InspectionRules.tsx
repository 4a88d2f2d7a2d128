/** 管理 › ルームの閲覧の決まり: what the people of a room are told when an inspection is over (N119). */
import { Trans, useLingui } from "@lingui/react/macro";

import { BodySetting } from "@/people/orgs/BodySetting";
import { Choice } from "@/ui/Choice";

interface Rules {
  tells_reason: boolean;
}

export function InspectionRules({ contact }: { contact: string }) {
  const { t } = useLingui();
  return (
    <BodySetting<Rules>
      name="inspections"
      title={<Trans>ルームの閲覧の決まり</Trans>}
      about={
        <Trans>
          管理者がルームを閲覧すると、終わったときに、だれが、いつのメッセージを読んだかがルームに出ます。これはやめられません。理由を出すかどうかだけを、ここで決めます。
        </Trans>
      }
      contact={contact}
    >
      {(rules, onChange) => (
        <Choice
          label={t`閲覧した理由`}
          value={rules.tells_reason ? "yes" : "no"}
          onChange={(answer) => onChange({ tells_reason: answer === "yes" })}
          choices={[
            { value: "yes", says: <Trans>ルームの人に知らせる</Trans> },
            { value: "no", says: <Trans>知らせない（調べに差し支えるとき）</Trans> },
          ]}
        />
      )}
    </BodySetting>
  );
}
