/** Where units stand among each other: pure, so that keys, the mouse and the menu ask one and the same thing. */
import type { ArrangedUnit, UnitId } from "@/generated/wire";

import type { Place } from "./tree";

/** The units directly below this one (or at the top), in their order; closed ones left out. */
export function below(units: readonly ArrangedUnit[], parent_id: UnitId | null): ArrangedUnit[] {
  return units.filter((unit) => unit.parent_id === parent_id && unit.closed_at === null);
}

/** The place of a unit as it stands now: what undoing a move asks for. */
export function placeOf(units: readonly ArrangedUnit[], unit: ArrangedUnit): Place {
  const beside = below(units, unit.parent_id);
  const next = beside[beside.findIndex((one) => one.unit_id === unit.unit_id) + 1];
  return { unit_id: unit.unit_id, parent_id: unit.parent_id, before: next?.unit_id ?? null };
}

/** One step up or down among its neighbours; null at the end. */
export function stepped(units: readonly ArrangedUnit[], unit: ArrangedUnit, step: 1 | -1): Place | null {
  const beside = below(units, unit.parent_id);
  const at = beside.findIndex((one) => one.unit_id === unit.unit_id);
  if (step === -1 && at < 1) return null;
  if (step === 1 && at > beside.length - 2) return null;
  const before = step === -1 ? beside[at - 1] : beside[at + 2];
  return { unit_id: unit.unit_id, parent_id: unit.parent_id, before: before?.unit_id ?? null };
}

/** Dropped on, before or after another unit; null where it cannot stand (ORG-1). */
export function dropped(
  units: readonly ArrangedUnit[],
  moved: ArrangedUnit,
  target: ArrangedUnit,
  where: "on" | "before" | "after",
): Place | null {
  if (moved.unit_id === target.unit_id || isBelow(target, moved)) return null;
  if (where === "on") return { unit_id: moved.unit_id, parent_id: target.unit_id, before: null };
  const others = below(units, target.parent_id).filter((one) => one.unit_id !== moved.unit_id);
  const at = others.findIndex((one) => one.unit_id === target.unit_id);
  const before = where === "before" ? target : others[at + 1];
  return { unit_id: moved.unit_id, parent_id: target.parent_id, before: before?.unit_id ?? null };
}

/** Whether a unit stands somewhere below another one. */
export function isBelow(unit: ArrangedUnit, above: ArrangedUnit): boolean {
  return unit.path.startsWith(`${above.path} `);
}

/** What the filter lets through: units whose path, code or short name fit, and all above them. */
export function fitting(units: readonly ArrangedUnit[], words: string, withClosed: boolean): ArrangedUnit[] {
  const wanted = words.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const there = units.filter((unit) => withClosed || unit.closed_at === null);
  if (wanted.length === 0) return there;
  const said = (unit: ArrangedUnit) =>
    `${unit.path} ${unit.short_name} ${unit.code ?? ""}`.normalize("NFKC").toLowerCase();
  const hits = there.filter((unit) => wanted.every((word) => said(unit).includes(word)));
  const kept = new Set(hits);
  for (const hit of hits) {
    let above = there.find((unit) => unit.unit_id === hit.parent_id);
    while (above && !kept.has(above)) {
      kept.add(above);
      const parent = above.parent_id;
      above = there.find((unit) => unit.unit_id === parent);
    }
  }
  return there.filter((unit) => kept.has(unit));
}
