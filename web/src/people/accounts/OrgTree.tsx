/** The units of the body in 建制順, each with its people counted; choosing one narrows the list beside it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment, useState } from "react";

import type { Tree, Unit, UnitId } from "@/generated/wire";
import { Icon } from "@/ui/Icon";

interface Props {
  tree: Tree;
  chosen: UnitId | null;
  onChoose: (unit: UnitId | null) => void;
}

export function OrgTree({ tree, chosen, onChoose }: Props) {
  const [open, setOpen] = useState<ReadonlySet<UnitId>>(() => new Set(above(tree, chosen)));
  const toggle = (unit: UnitId) => setOpen((before) => toggled(before, unit));
  const halls = [...new Set(tree.units.map((unit) => unit.organization))];
  return (
    <ul className="grid gap-0.5 p-2">
      <li className="flex">
        <Choice isChosen={chosen === null} count={tree.count} onChoose={() => onChoose(null)}>
          <Trans>すべての職員</Trans>
        </Choice>
      </li>
      {halls.map((hall) => (
        <Fragment key={hall}>
          {/* Of one organization alone everybody knows whose units these are (ORG-7). */}
          {halls.length > 1 && (
            <li>
              <h2 className="px-2 pt-3 pb-1 text-small font-bold text-firm">{hall}</h2>
            </li>
          )}
          <Branch {...{ tree, chosen, onChoose, open }} onToggle={toggle} under={null} of={hall} />
        </Fragment>
      ))}
    </ul>
  );
}

interface BranchProps extends Props {
  open: ReadonlySet<UnitId>;
  onToggle: (unit: UnitId) => void;
  under: UnitId | null;
  /** The organization whose tree it is. */
  of: string;
}

function Branch({ under, ...props }: BranchProps) {
  const units = props.tree.units.filter((unit) => unit.parent_id === under && unit.organization === props.of);
  return units.map((unit) => <Twig key={unit.unit_id} unit={unit} {...props} />);
}

function Twig({ unit, ...props }: Omit<BranchProps, "under"> & { unit: Unit }) {
  const { t } = useLingui();
  const { tree, chosen, onChoose, open, onToggle } = props;
  const has = tree.units.some((each) => each.parent_id === unit.unit_id);
  const isOpen = open.has(unit.unit_id);
  return (
    <li>
      <div className="flex">
        {has ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? t`${unit.name}の下を閉じる` : t`${unit.name}の下を開く`}
            onClick={() => onToggle(unit.unit_id)}
            className="grid w-7 shrink-0 place-items-center rounded-6 text-firm hover:bg-hovered coarse:w-11"
          >
            <span className={isOpen ? "rotate-90" : ""}>
              <Icon name="forward" size={16} />
            </span>
          </button>
        ) : (
          <span className="w-7 shrink-0 coarse:w-11" />
        )}
        <Choice isChosen={chosen === unit.unit_id} count={unit.count} onChoose={() => onChoose(unit.unit_id)}>
          {unit.name}
        </Choice>
      </div>
      {has && isOpen && (
        <ul className="ml-4 grid gap-0.5">
          <Branch {...props} under={unit.unit_id} />
        </ul>
      )}
    </li>
  );
}

interface ChoiceProps {
  isChosen: boolean;
  count: number;
  onChoose: () => void;
  children: React.ReactNode;
}

function Choice({ isChosen, count, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-current={isChosen ? "true" : undefined}
      onClick={onChoose}
      className="flex min-h-9 min-w-0 grow items-center gap-2 rounded-8 px-2 text-left text-small hover:bg-hovered aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-firm coarse:min-h-11"
    >
      <span className="min-w-0 grow">{children}</span>
      <span className="figures shrink-0 text-soft">
        <Trans>{count}人</Trans>
      </span>
    </button>
  );
}

/** Whatever leads to the chosen unit stands open from the beginning. */
function above(tree: Tree, chosen: UnitId | null): UnitId[] {
  const parents = new Map(tree.units.map((unit) => [unit.unit_id, unit.parent_id]));
  const found: UnitId[] = [];
  for (let at = chosen && parents.get(chosen); at; at = parents.get(at)) found.push(at);
  return found;
}

function toggled(before: ReadonlySet<UnitId>, unit: UnitId): ReadonlySet<UnitId> {
  const after = new Set(before);
  if (!after.delete(unit)) after.add(unit);
  return after;
}
