/** What is done to units from the tree, one act after the other, each with its undoing. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { ArrangedUnit, UnitId } from "@/generated/wire";

import { placeOf } from "./arranging";
import { type Place, useChangeUnit, useCloseUnit, usePlaceUnit, useReopenUnit } from "./tree";

interface Last {
  says: string;
  undo: () => void;
}

export interface Arranging {
  last: Last | null;
  error: Error | null;
  isBusy: boolean;
  undo: () => void;
  move: (unit: ArrangedUnit, to: Place) => void;
  rename: (unit: ArrangedUnit, name: string) => void;
  close: (unit: ArrangedUnit, successor_id: UnitId | null, onDone: () => void) => void;
  reopen: (unit: ArrangedUnit) => void;
}

export function useArranging(units: readonly ArrangedUnit[]): Arranging {
  const { t } = useLingui();
  const [last, note] = useState<Last | null>(null);
  const place = usePlaceUnit();
  const change = useChangeUnit();
  const close = useCloseUnit();
  const reopen = useReopenUnit();
  const forget = () => note(null);
  return {
    last,
    error: place.error ?? change.error ?? close.error ?? reopen.error,
    isBusy: place.isPending || change.isPending || close.isPending || reopen.isPending,
    undo: () => last?.undo(),
    move: (unit, to) => {
      const back = placeOf(units, unit);
      const undo = () => place.mutate(back, { onSuccess: forget });
      place.mutate(to, { onSuccess: () => note({ says: t`「${unit.name}」を移しました。`, undo }) });
    },
    rename: (unit, name) => {
      if (name.trim() === unit.name || name.trim() === "") return;
      const now = name.trim();
      change.mutate(
        { unit, words: { name: now } },
        {
          onSuccess: ({ last_change }) => {
            const renamed = { ...unit, name: now, last_change };
            const undo = () =>
              change.mutate({ unit: renamed, words: { name: unit.name } }, { onSuccess: forget });
            note({ says: t`「${unit.name}」を「${now}」に変えました。`, undo });
          },
        },
      );
    },
    close: (unit, successor_id, onDone) => {
      const undo = () => reopen.mutate(unit.unit_id, { onSuccess: forget });
      const says =
        successor_id === null
          ? t`「${unit.name}」を廃止しました。`
          : t`「${unit.name}」を廃止し、職員を移しました。元に戻しても職員は移した先に残ります。`;
      close.mutate(
        { unit_id: unit.unit_id, successor_id },
        {
          onSuccess: () => {
            note({ says, undo });
            onDone();
          },
        },
      );
    },
    reopen: (unit) => reopen.mutate(unit.unit_id, { onSuccess: forget }),
  };
}
