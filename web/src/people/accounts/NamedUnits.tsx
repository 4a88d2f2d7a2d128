/** Naming units, with how many serve in each. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Unit, UnitId } from "@/generated/wire";

import { pathWords } from "./units";

interface Props {
  units: Unit[];
  named: ReadonlySet<UnitId>;
  onChange: (named: ReadonlySet<UnitId>) => void;
  legend: ReactNode;
}

export function NamedUnits({ units, named, onChange, legend }: Props) {
  const toggle = (unit: UnitId, on: boolean) => {
    const after = new Set(named);
    if (on) after.add(unit);
    else after.delete(unit);
    onChange(after);
  };
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-bold">{legend}</legend>
      <div className="max-h-96 overflow-y-auto rounded-8 border border-line p-2">
        {units.map((unit) => (
          <label
            key={unit.unit_id}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-6 px-2 hover:bg-hovered coarse:min-h-11"
          >
            <input
              type="checkbox"
              className="size-5 shrink-0 accent-accent"
              checked={named.has(unit.unit_id)}
              onChange={(event) => toggle(unit.unit_id, event.target.checked)}
            />
            <span className="grow">{pathWords(unit.path)}</span>
            <span className="figures text-small text-soft">
              <Trans>{unit.count}人</Trans>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
