/** One of a few: every choice is in sight, with words. */
import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";

interface Props<Value extends string> {
  label: string;
  /** In one line, its label beside it. */
  quiet?: boolean;
  /** For readers alone, where its words stand beside it already. */
  hidesLabel?: boolean;
  value: Value;
  choices: readonly { value: Value; says: ReactNode }[];
  onChange: (value: Value) => void;
}

export function Choice<Value extends string>({
  label,
  quiet = false,
  hidesLabel = false,
  value,
  choices,
  onChange,
}: Props<Value>) {
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen);
    if (found) onChange(found.value);
  };
  return (
    <RadioGroup
      value={value}
      onChange={choose}
      className={quiet ? "flex flex-wrap items-center gap-x-3 gap-y-1" : "grid gap-2"}
    >
      <Label className={hidesLabel ? "sr-only" : quiet ? "text-small text-soft" : "font-bold"}>{label}</Label>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={`group relative flex cursor-pointer ${quiet ? "min-h-9 text-small coarse:min-h-11" : "min-h-11"} items-center gap-2 rounded-8 border border-edge px-3 data-selected:border-accent data-selected:bg-accent-soft data-selected:font-bold data-selected:text-accent-firm`}
          >
            <span
              aria-hidden="true"
              className="grid size-5 shrink-0 place-items-center rounded-full border-2 border-edge group-data-selected:border-accent"
            >
              {/* In forced colours a background is taken away: there the dot says itself which one is chosen. */}
              <span className="size-2.5 rounded-full bg-transparent group-data-selected:bg-accent forced-colors:forced-color-adjust-none forced-colors:group-data-selected:bg-[Highlight]" />
            </span>
            {choice.says}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
