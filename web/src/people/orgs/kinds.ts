/** 部, 課, 係 or 班 by the last letter of a name; anything else is of no kind. */
export const kinds = ["部", "課", "係", "班"] as const;

export function kindOf(name: string): string {
  return kinds.find((kind) => name.trim().endsWith(kind)) ?? "";
}
