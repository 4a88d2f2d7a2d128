/** Six figures from the app. The sixth sends them; what is pasted is put right. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Field } from "@/ui/Field";

import { FIGURES, figuresIn } from "./code";

interface Props {
  value: string;
  autoFocus?: boolean;
  error?: ReactNode;
  hint?: ReactNode;
  onChange: (figures: string) => void;
  /** All six are there. */
  onWhole?: (figures: string) => void;
}

export function CodeField({ value, autoFocus = false, error, hint, onChange, onWhole }: Props) {
  const { t } = useLingui();
  const type = (typed: string) => {
    const figures = figuresIn(typed);
    onChange(figures);
    if (figures.length === FIGURES && figures !== value) onWhole?.(figures);
  };
  return (
    <Field
      label={t`確認コード（6けたの数字）`}
      hint={hint ?? <Trans>スマートフォンのアプリに出ている数字です。30秒ごとに変わります。</Trans>}
      isRequired
      validationBehavior="aria"
      autoFocus={autoFocus}
      autoComplete="one-time-code"
      inputMode="numeric"
      enterKeyHint="go"
      code
      value={value}
      error={error}
      onChange={type}
    />
  );
}
