/** 管理 › 広域連携の決まり: whether the body takes part at all, and which kinds of bodies it lets into its rooms. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";

import type { BodyKind } from "@/generated/wire";
import { Choice } from "@/ui/Choice";
import { Icon } from "@/ui/Icon";

import { BodySetting } from "./BodySetting";
import { bodyKinds, kindNames } from "./bodies";

interface Rules {
  open: boolean;
  people: boolean;
  barred: BodyKind[];
}

export function FederationRules({ contact }: { contact: string }) {
  const { t } = useLingui();
  return (
    <BodySetting<Rules>
      name="federation"
      title={<Trans>広域連携の決まり</Trans>}
      about={
        <Trans>
          ほかの団体と同じルームを使うための決まりです。加わっていない団体は、ほかの団体の一覧に出ず、招待もされません。いまある参加は、変えても続きます。
        </Trans>
      }
      contact={contact}
    >
      {(rules, onChange) => (
        <>
          <Choice
            label={t`広域連携に加わるか`}
            value={rules.open ? "yes" : "no"}
            onChange={(answer) => onChange({ ...rules, open: answer === "yes" })}
            choices={[
              { value: "no", says: <Trans>加わらない</Trans> },
              { value: "yes", says: <Trans>加わる（ほかの団体の一覧に出ます）</Trans> },
            ]}
          />
          {rules.open && (
            <Choice
              label={t`職員がほかの団体の人から見つかるか`}
              value={rules.people ? "yes" : "no"}
              onChange={(answer) => onChange({ ...rules, people: answer === "yes" })}
              choices={[
                { value: "no", says: <Trans>見つからない</Trans> },
                {
                  value: "yes",
                  says: <Trans>本人も選んだ職員だけ見つかる（名前、団体名、所属、職名）</Trans>,
                },
              ]}
            />
          )}
          <Barred barred={rules.barred} onChange={(barred) => onChange({ ...rules, barred })} />
        </>
      )}
    </BodySetting>
  );
}

function Barred({ barred, onChange }: { barred: BodyKind[]; onChange: (barred: BodyKind[]) => void }) {
  const { i18n } = useLingui();
  return (
    <CheckboxGroup
      value={barred}
      onChange={(chosen) => onChange(bodyKinds.filter((kind) => chosen.includes(kind)))}
      className="grid gap-2"
    >
      <Label className="font-bold">
        <Trans>自分の団体のルームに入れない種別</Trans>
      </Label>
      <p className="text-pretty text-small text-soft">
        <Trans>選んだ種別の団体は、招待も参加もできません。もう参加している団体は、そのままです。</Trans>
      </p>
      {bodyKinds.map((kind) => (
        <Checkbox
          key={kind}
          value={kind}
          className="group flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-edge px-3 data-selected:border-accent data-selected:bg-accent-soft data-selected:font-bold data-selected:text-accent-firm"
        >
          <span
            aria-hidden="true"
            className="grid size-5 shrink-0 place-items-center rounded-4 border-2 border-edge group-data-selected:border-accent"
          >
            <span className="hidden group-data-selected:block">
              <Icon name="check" size={16} />
            </span>
          </span>
          {i18n._(kindNames[kind])}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
