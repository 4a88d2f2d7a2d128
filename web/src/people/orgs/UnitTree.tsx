/** The tree itself: rows open and close, move by drag or by keys, and carry a menu with all that can be done. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { type Key, Tree, useDragAndDrop } from "react-aria-components";

import type { ArrangedUnit, UnitId } from "@/generated/wire";

import { dropped } from "./arranging";
import { UnitRow } from "./UnitRow";
import type { Arranging } from "./useArranging";

interface Props {
  units: readonly ArrangedUnit[];
  shown: readonly ArrangedUnit[];
  isFiltered: boolean;
  chosen: UnitId | null;
  arranging: Arranging;
  onChoose: (unit: UnitId) => void;
  onAdd: (above: ArrangedUnit) => void;
}

export function UnitTree({ units, shown, isFiltered, chosen, arranging, onChoose, onAdd }: Props) {
  const { t } = useLingui();
  const tops = useMemo(() => shown.filter((unit) => unit.parent_id === null), [shown]);
  const [opened, open] = useState<Set<Key>>(() => new Set(tops.map((unit) => unit.unit_id)));
  const expanded = isFiltered ? new Set<Key>(shown.map((unit) => unit.unit_id)) : opened;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": nameOf(units, key) })),
    onMove: ({ keys, target }) => {
      const [key] = keys;
      const moved = units.find((unit) => unit.unit_id === key);
      const onto = units.find((unit) => unit.unit_id === target.key);
      const to = moved && onto ? dropped(units, moved, onto, target.dropPosition) : null;
      if (moved && to) arranging.move(moved, to);
    },
  });
  return (
    <>
      <Tree
        aria-label={t`所属の木`}
        selectionMode="none"
        expandedKeys={expanded}
        onExpandedChange={(keys) => open(new Set(keys))}
        onAction={(key) => onChoose(key as UnitId)}
        dragAndDropHooks={dragAndDropHooks}
        className="min-h-40 grow overflow-y-auto rounded-12 border border-line p-1 outline-none"
      >
        {tops.map((unit) => (
          <UnitRow
            key={unit.unit_id}
            unit={unit}
            units={units}
            shown={shown}
            chosen={chosen}
            arranging={arranging}
            onChoose={onChoose}
            onAdd={onAdd}
          />
        ))}
      </Tree>
      <p className="text-small text-soft">
        <Trans>
          行は、つまんで動かせます。キーでは、↑↓で行を移り、→←で開き閉じ、Enterで内容を開きます。並べ替えは行のメニューからもできます。
        </Trans>
      </p>
    </>
  );
}

function nameOf(units: readonly ArrangedUnit[], key: Key): string {
  return units.find((unit) => unit.unit_id === key)?.path ?? "";
}
