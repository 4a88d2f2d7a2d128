/** A field with its label above it, what it takes beside it and what is wrong with it below. No placeholder speaks for a label. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode, Ref } from "react";
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from "react-aria-components";

export const box =
  "min-h-11 w-full rounded-8 border border-edge bg-surface px-3 py-2 text-ink aria-invalid:border-danger data-invalid:border-danger data-invalid:border-2";

interface Props extends Omit<TextFieldProps, "children" | "className" | "style"> {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  enterKeyHint?: "next" | "done" | "go" | "search";
  /** A code, number or address: nothing helps along with capitals or spelling. */
  code?: boolean;
  /** For who leads the focus there. */
  inputRef?: Ref<HTMLInputElement>;
}

export function Field({ label, hint, error, enterKeyHint, code = false, inputRef, ...rest }: Props) {
  return (
    <TextField {...rest} isInvalid={Boolean(error)} className="grid gap-1.5">
      <FieldLabel required={rest.isRequired ?? false}>{label}</FieldLabel>
      {hint && (
        <Text slot="description" className="text-pretty text-small text-soft">
          {hint}
        </Text>
      )}
      <Input
        ref={inputRef ?? null}
        className={box}
        enterKeyHint={enterKeyHint}
        autoCapitalize={code ? "none" : undefined}
        spellCheck={code ? "false" : undefined}
      />
      <FieldTrouble>{error}</FieldTrouble>
    </TextField>
  );
}

export function FieldLabel({ required, children }: { required: boolean; children: ReactNode }) {
  return (
    <Label className="font-bold">
      {children}
      {required && (
        <span className="ml-2 whitespace-nowrap text-small font-normal text-danger">
          <Trans>※必須</Trans>
        </span>
      )}
    </Label>
  );
}

export function FieldTrouble({ children }: { children: ReactNode }) {
  return <FieldError className="text-pretty text-small text-danger">{children}</FieldError>;
}
