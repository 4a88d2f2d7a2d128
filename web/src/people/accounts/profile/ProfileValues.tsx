/** The body's own fields in the form about a person. */
import { useLingui } from "@lingui/react/macro";

import { Field } from "@/ui/Field";

import { useKnownFields } from "./fields";

interface Props {
  values: Readonly<Record<string, string>>;
  /** Which field a refusal is about. */
  wrong: string | null;
  onChange: (values: Record<string, string>) => void;
}

export function ProfileValues({ values, wrong, onChange }: Props) {
  const { t } = useLingui();
  return useKnownFields().map((field) => (
    <Field
      key={field.key}
      label={field.name}
      value={values[field.key] ?? ""}
      onChange={(value) => onChange({ ...values, [field.key]: value })}
      error={wrong === `profile.${field.key}` && t`100文字までにしてください。`}
    />
  ));
}
