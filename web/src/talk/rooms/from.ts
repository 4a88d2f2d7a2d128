/** Where somebody of another body serves: it always stands beside their name (FED-3). */
import type { Person } from "@/generated/wire";

/** Body and department, seen from this body; null of whoever is of it, and of guests, who have a mark of their own. */
export function fromElsewhere(person: Person | undefined, home: string | undefined): string | null {
  if (!person || person.kind === "guest" || person.tenant_name === home) return null;
  return `［${person.tenant_name}］${person.department}`;
}
