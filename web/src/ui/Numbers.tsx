/** A rule that is a number, with the few values that are safe. A value chosen elsewhere stands among them. */
import type { ReactNode } from "react";

import { Choice } from "./Choice";

interface Props {
  label: string;
  hint?: ReactNode;
  values: readonly number[];
  says: (value: number) => string;
  value: number;
  onChange: (value: number) => void;
}

export function Numbers({ label, hint, values, says, value, onChange }: Props) {
  const all = values.includes(value) ? values : [...values, value].sort((one, other) => one - other);
  return (
    <div className="grid gap-1.5">
      <Choice
        label={label}
        value={String(value)}
        choices={all.map((each) => ({ value: String(each), says: says(each) }))}
        onChange={(chosen) => onChange(Number(chosen))}
      />
      {hint && <p className="text-small text-soft">{hint}</p>}
    </div>
  );
}
