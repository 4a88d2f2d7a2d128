/** Where fields stand among each other: pure, so that keys, the mouse and the buttons ask one and the same thing. */
import type { FieldPlace } from "./fields";

interface Keyed {
  key: string;
}

/** One step up or down; null at the end. */
export function stepped(fields: readonly Keyed[], key: string, step: 1 | -1): FieldPlace | null {
  const at = fields.findIndex((field) => field.key === key);
  if (step === -1) return at > 0 ? { key, before: fields[at - 1]?.key ?? null } : null;
  return at < fields.length - 1 ? { key, before: fields[at + 2]?.key ?? null } : null;
}

/** Dropped before or after another field; null where it stands already. */
export function dropped(
  fields: readonly Keyed[],
  key: string,
  target: string,
  where: "before" | "after",
): FieldPlace | null {
  if (key === target) return null;
  const others = fields.filter((field) => field.key !== key);
  const at = others.findIndex((field) => field.key === target);
  const before = others[where === "before" ? at : at + 1]?.key ?? null;
  const now = fields[fields.findIndex((field) => field.key === key) + 1]?.key ?? null;
  return before === now ? null : { key, before };
}
