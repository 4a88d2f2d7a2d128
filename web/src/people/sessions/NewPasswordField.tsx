/** The field for a new password: the rules above it, its strength in words below. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "react-aria-components";

import { PasswordField } from "@/ui/PasswordField";

import { type Rules, type Strength, strengthOf } from "./strength";

interface Props {
  label: string;
  rules: Rules;
  value: string;
  /** The form was sent: what is not enough is said under the field. */
  tried: boolean;
  autoFocus?: boolean;
  onChange: (password: string) => void;
}

export function NewPasswordField({ label, rules, value, tried, autoFocus = false, onChange }: Props) {
  const { t } = useLingui();
  const strength = strengthOf(value, rules);
  const { least, kinds } = rules;
  const errors: Partial<Record<Strength, string>> = {
    short: t`${least}文字以上にしてください。`,
    plain: t`${kinds}種類以上の文字を使ってください。`,
  };
  return (
    <div className="grid gap-2">
      <PasswordField
        label={label}
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        error={tried ? errors[strength] : undefined}
        hint={<RuleText rules={rules} />}
      />
      <Word strength={strength} empty={value === ""} />
    </div>
  );
}

function RuleText({ rules: { least, kinds } }: { rules: Rules }) {
  return (
    <Text slot="description" className="block text-small text-soft">
      <Trans>
        {least}
        文字以上にします。ログインに使う番号やメールアドレス、いままでのパスワードとは違うものにしてください。
      </Trans>
      {kinds > 1 && (
        <Trans>英小文字・英大文字・数字・そのほかの文字のうち、{kinds}種類以上を使います。</Trans>
      )}
    </Text>
  );
}

const filled: Record<Strength, number> = { short: 1, plain: 1, weak: 1, fair: 2, strong: 3 };
const bars = ["first", "second", "third"] as const;

function Word({ strength, empty }: { strength: Strength; empty: boolean }) {
  const { t } = useLingui();
  const words: Record<Strength, string> = {
    short: t`まだ短い`,
    plain: t`文字の種類が足りない`,
    weak: t`弱い（もう少し長くすると安全です）`,
    fair: t`ふつう`,
    strong: t`強い`,
  };
  return (
    <div className="grid gap-1">
      <div aria-hidden="true" className="grid grid-cols-3 gap-1">
        {bars.map((bar, place) => (
          <span
            key={bar}
            className={`h-1.5 rounded-full ${!empty && place < filled[strength] ? "bg-accent" : "bg-line"}`}
          />
        ))}
      </div>
      <p role="status" className="text-small">
        {!empty && <Trans>強さ：{words[strength]}</Trans>}
      </p>
    </div>
  );
}
