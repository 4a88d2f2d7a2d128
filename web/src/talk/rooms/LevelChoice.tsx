/** One of the levels of a body, each with its sentences below its name. */
import { Label, Radio, RadioGroup } from "react-aria-components";

import type { Level } from "@/generated/wire";

import { LevelWords } from "./LevelWords";

interface Props {
  label: string;
  levels: readonly Level[];
  /** The place of the level, from 1 on. */
  value: number;
  onChange: (value: number) => void;
}

export function LevelChoice({ label, levels, value, onChange }: Props) {
  return (
    <RadioGroup value={String(value)} onChange={(chosen) => onChange(Number(chosen))} className="grid gap-2">
      <Label className="font-bold">{label}</Label>
      {levels.map((level, at) => (
        <Radio
          key={level.name}
          value={String(at + 1)}
          className="group relative flex min-h-11 cursor-pointer items-start gap-2.5 rounded-8 border border-edge px-3 py-2 data-selected:border-accent data-selected:bg-accent-soft"
        >
          <span
            aria-hidden="true"
            className="mt-1 grid size-5 shrink-0 place-items-center rounded-full border-2 border-edge group-data-selected:border-accent"
          >
            {/* In forced colours a background is taken away: there the dot says itself which one is chosen. */}
            <span className="size-2.5 rounded-full bg-transparent group-data-selected:bg-accent forced-colors:forced-color-adjust-none forced-colors:group-data-selected:bg-[Highlight]" />
          </span>
          <span className="grid min-w-0 gap-0.5">
            <span className="font-bold">{level.name}</span>
            <span className="text-small text-firm">
              <LevelWords level={level} />
            </span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
