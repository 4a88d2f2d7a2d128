/** A field for a password. It says what a person cannot see: Caps Lock, wide characters, and with the eye the letters themselves. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Input, Text, TextField, ToggleButton } from "react-aria-components";

import { box, FieldLabel, FieldTrouble } from "./Field";
import { Icon } from "./Icon";

interface Props {
  label: string;
  value: string;
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  onChange: (value: string) => void;
}

export function PasswordField({
  label,
  value,
  autoComplete,
  autoFocus = false,
  hint,
  error,
  onChange,
}: Props) {
  const { t } = useLingui();
  const [shown, show] = useState(false);
  const [capsLock, noteCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => noteCapsLock(event.getModifierState("CapsLock"));

  return (
    <TextField
      isRequired
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      type={shown ? "text" : "password"}
      validationBehavior="aria"
      className="grid gap-1.5"
    >
      <FieldLabel required>{label}</FieldLabel>
      {hint}
      <div className="flex gap-2">
        <Input
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoFocus={autoFocus}
          spellCheck="false"
          className={box}
          onKeyDown={look}
          onKeyUp={look}
          onBlur={() => noteCapsLock(false)}
        />
        <ToggleButton
          isSelected={shown}
          onChange={show}
          aria-label={t`パスワードを表示する`}
          className="grid size-11 shrink-0 place-items-center rounded-8 border border-edge text-firm hover:bg-hovered"
        >
          <Icon name={shown ? "eyeShut" : "eye"} size={22} />
        </ToggleButton>
      </div>
      <Unseen capsLock={capsLock} wide={/[^ -~]/.test(value)} />
      <FieldTrouble>{error}</FieldTrouble>
    </TextField>
  );
}

function Unseen({ capsLock, wide }: { capsLock: boolean; wide: boolean }) {
  return (
    <Text slot="description" role="status" className="text-small text-warn empty:hidden">
      {capsLock && <Trans>Caps Lock がオンになっています。</Trans>}
      {wide && <Trans>全角の文字が入っています。</Trans>}
    </Text>
  );
}
