/** The first password has done its work: here the person chooses one of their own, with the rules in sight. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { Text } from "react-aria-components";

import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/PasswordField";

import { type Strength, strengthOf } from "./strength";

interface Props {
  least: number;
  busy: boolean;
  trouble: ReactNode;
  onSubmit: (password: string) => void;
}

export function NewPassword({ least, busy, trouble, onSubmit }: Props) {
  const { t } = useLingui();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const strength = strengthOf(password, least);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (strength !== "short") onSubmit(password);
  };

  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <p>
        <Trans>はじめてのログインです。これから使うパスワードを決めてください。</Trans>
      </p>
      <PasswordField
        label={t`新しいパスワード`}
        autoComplete="new-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={tried && strength === "short" ? t`${least}文字以上にしてください。` : undefined}
        hint={<Rules least={least} />}
      />
      <Word strength={strength} empty={password === ""} />
      {trouble}
      <Button type="submit" look="first" wide isDisabled={busy}>
        {busy ? <Trans>確かめています</Trans> : <Trans>このパスワードにする</Trans>}
      </Button>
    </form>
  );
}

function Rules({ least }: { least: number }) {
  return (
    <Text slot="description" className="block text-small text-soft">
      <Trans>
        {least}
        文字以上にします。職員番号や、配られた最初のパスワードとは違うものにしてください。
      </Trans>
    </Text>
  );
}

const filled: Record<Strength, number> = { short: 1, weak: 1, fair: 2, strong: 3 };
const bars = ["first", "second", "third"] as const;

function Word({ strength, empty }: { strength: Strength; empty: boolean }) {
  const { t } = useLingui();
  const words: Record<Strength, string> = {
    short: t`まだ短い`,
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
