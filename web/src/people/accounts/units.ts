/** 所属 in words. The server gives the whole path with one space between its steps; no name of a unit holds one. */
import type { Person } from "@/generated/wire";

/** 健康福祉部 › 健康づくり推進課 › 地域保健係 */
export function pathWords(path: string): string {
  return path.replaceAll(" ", " › ");
}

export interface InUnit<T> {
  unit: string;
  people: T[];
}

/**
 * These people unit by unit, in the order in which they are given. The two last steps of the path name a unit well
 * enough, and before them its body where that is not the reader's home.
 */
export function byUnit<T>(
  all: readonly T[],
  personOf: (each: T) => Person | undefined,
  home: string | undefined,
): InUnit<T>[] {
  const units = new Map<string, T[]>();
  for (const each of all) {
    const unit = headOf(personOf(each), home);
    units.set(unit, [...(units.get(unit) ?? []), each]);
  }
  return [...units].map(([unit, people]) => ({ unit, people }));
}

function headOf(person: Person | undefined, home: string | undefined): string {
  if (!person) return "";
  const unit = person.department_path.split(" ").slice(-2).join("　");
  return home === undefined || person.tenant_name === home ? unit : `［${person.tenant_name}］${unit}`;
}
