/** 同姓同名: what is said beside a name so that nobody is taken for another of the same list (ORG-19). */
import type { AccountId, Person } from "@/generated/wire";
import { fullName } from "@/kit/names";

/**
 * Beside names that more than one of the list bears: 所属, with the body where they are of several; then 職名 where it is
 * one unit, then the end of the number. Of people of other bodies the number is not there to be shown.
 */
export interface Apart {
  department: string;
  job_title: string;
  tail: string;
}

export type Aparts = ReadonlyMap<AccountId, Apart>;

export function apartIn(people: readonly Person[]): Aparts {
  const found = new Map<AccountId, Apart>();
  for (const same of groups(people, fullName)) {
    if (same.length < 2) continue;
    const bodies = groups(same, (person) => person.tenant_name);
    for (const inBody of bodies) {
      for (const inUnit of groups(inBody, (person) => person.department_path)) {
        tellApart(found, inUnit, bodies.length > 1);
      }
    }
  }
  return found;
}

/** Those of one name in one unit of a body. */
function tellApart(found: Map<AccountId, Apart>, people: readonly Person[], withBody: boolean): void {
  const alike = (person: Person) => people.filter((other) => other.job_title === person.job_title);
  for (const person of people) {
    found.set(person.account_id, {
      department: withBody ? `${person.tenant_name} ${person.department}`.trimEnd() : person.department,
      job_title: people.length > 1 ? person.job_title : "",
      tail: alike(person).length > 1 ? person.tail : "",
    });
  }
}

function groups(people: readonly Person[], of: (person: Person) => string): Person[][] {
  const parts = new Map<string, Person[]>();
  for (const person of people) parts.set(of(person), [...(parts.get(of(person)) ?? []), person]);
  return [...parts.values()];
}
