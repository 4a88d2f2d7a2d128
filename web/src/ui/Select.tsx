/** One of many, by the system's own list: it is read, typed into and scrolled as on every other page. */
import { type ReactNode, useId } from "react";

export interface Option {
  value: string;
  says: string;
}

interface Props {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  hint?: ReactNode;
  /** Beside others above a table: smaller, with its label before it for readers alone. */
  small?: boolean;
  isDisabled?: boolean;
}

export function Select({ label, value, options, onChange, hint, small = false, isDisabled = false }: Props) {
  const id = useId();
  const size = small ? "mid:max-w-60 min-h-9 py-1 text-small coarse:min-h-11" : "min-h-11 py-2";
  return (
    <div className={small ? "min-w-0 max-w-full" : "grid gap-1.5"}>
      <label htmlFor={id} className={small ? "sr-only" : "font-bold"}>
        {label}
      </label>
      {hint && <p className="text-small text-soft">{hint}</p>}
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
        className={`w-full rounded-8 border border-edge bg-surface px-2.5 text-ink disabled:text-soft ${size}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.says}
          </option>
        ))}
      </select>
    </div>
  );
}
