/** What is to be written in the roster. Of somebody who is there only what is to be another. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountRequest } from "@/generated/wire";
import { choices, employments } from "@/people/accounts/managing/words";
import { DayField } from "@/ui/DayField";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";

export interface Written {
  login_id: string;
  family: string;
  given: string;
  kana: string;
  employment_type: "" | NonNullable<AccountRequest["employment_type"]>;
  /** As it was written. */
  starts_on: string;
  ends_on: string;
  words: string;
}

export const empty: Written = {
  login_id: "",
  family: "",
  given: "",
  kana: "",
  employment_type: "",
  starts_on: "",
  ends_on: "",
  words: "",
};

interface Props {
  kind: AccountRequest["kind"];
  written: Written;
  onWrite: (written: Written) => void;
}

export function AskFields({ kind, written, onWrite }: Props) {
  const { t } = useLingui();
  const write = (part: Partial<Written>) => onWrite({ ...written, ...part });
  const isNew = kind === "new";
  return (
    <div className="grid gap-3">
      {kind === "change" && (
        <p className="text-small text-soft">
          <Trans>変えるところだけ入れてください。</Trans>
        </p>
      )}
      {kind !== "closing" && <WhoFields {...{ isNew, written }} onWrite={write} />}
      <div className="grid grid-cols-1 gap-3 mid:grid-cols-2">
        {isNew && (
          <DayField
            label={t`はじめの日`}
            value={written.starts_on}
            onChange={(starts_on) => write({ starts_on })}
            usual={[]}
            says={(day) => t`${day} から`}
          />
        )}
        <DayField
          label={t`利用の期限`}
          value={written.ends_on}
          onChange={(ends_on) => write({ ends_on })}
          usual={[]}
        />
      </div>
      <Field
        label={t`伝えること`}
        hint={<Trans>ITリーダーと管理者が読みます。</Trans>}
        value={written.words}
        onChange={(words) => write({ words })}
        maxLength={300}
      />
    </div>
  );
}

interface WhoProps {
  isNew: boolean;
  written: Written;
  onWrite: (part: Partial<Written>) => void;
}

function WhoFields({ isNew, written, onWrite }: WhoProps) {
  const { t, i18n } = useLingui();
  const kinds = choices(employments, (word) => i18n._(word), isNew ? t`選んでください` : t`いまのまま`);
  return (
    <>
      {isNew && (
        <Field
          label={t`職員番号`}
          isRequired
          value={written.login_id}
          onChange={(login_id) => onWrite({ login_id })}
          code
        />
      )}
      <div className="grid grid-cols-1 gap-3 mid:grid-cols-2">
        <Field
          label={t`氏`}
          isRequired={isNew}
          value={written.family}
          onChange={(family) => onWrite({ family })}
        />
        <Field label={t`名`} value={written.given} onChange={(given) => onWrite({ given })} />
      </div>
      <Field
        label={t`ふりがな`}
        isRequired={isNew}
        value={written.kana}
        onChange={(kana) => onWrite({ kana })}
      />
      <Select
        label={t`任用形態`}
        value={written.employment_type}
        options={kinds}
        // The list holds kinds of employment alone.
        onChange={(next) => onWrite({ employment_type: next as Written["employment_type"] })}
      />
    </>
  );
}
