/** What can be named in a room: its members, units that have somebody there, and everybody. Each stands under one label only. */
import type { Me, MentionPart, NameableUnit, Person, Room } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { type Apart, apartIn } from "@/people/accounts/apart";
import { pathWords } from "@/people/accounts/units";

export interface Nameable {
  of: MentionPart["of"];
  id: string | null;
  /** As it is written after ＠. No two in a room share one, so that nobody is named by a guess. */
  label: string;
  /** What is said beside it in a list. */
  beside: string;
  kana: string;
  /** How many it calls. */
  count: number;
}

export const everybody = "全員";

/** People first: whoever takes the first of the list calls one person and not the whole room. */
export function nameablesIn(room: Room, units: readonly NameableUnit[], me: Me): Nameable[] {
  const { kind, member_count: members } = room.room;
  if (kind === "self" || kind === "practice") return [];
  const people = room.members.flatMap(({ account_id }) => room.people[account_id] ?? []);
  const aparts = apartIn(people);
  const others = people.filter((person) => person.account_id !== me.account_id && person.kind !== "bot");
  const persons = others.map((person) => personOf(person, aparts.get(person.account_id)));
  if (kind === "direct") return persons;
  const all: Nameable = {
    ...{ of: "everyone", id: null, label: everybody, beside: "", kana: "ぜんいん" },
    count: members - 1,
  };
  return unambiguous([...persons, ...units.map((unit) => unitOf(unit, units, me)), all]);
}

function personOf(person: Person, apart: Apart | undefined): Nameable {
  const told = apart && [apart.department, apart.job_title, apart.tail].filter(Boolean).join(" ");
  return {
    ...{ of: "account", id: person.account_id, count: 1 },
    label: told ? `${fullName(person)}（${told}）` : fullName(person),
    beside: [person.kind === "guest" && "ゲスト", person.department, person.job_title]
      .filter(Boolean)
      .join("　"),
    kana: person.kana,
  };
}

function unitOf(unit: NameableUnit, units: readonly NameableUnit[], me: Me): Nameable {
  const { name, path, body } = unit;
  const isAlone = units.every((other) => other === unit || other.name !== name);
  const called = isAlone ? name : path;
  return {
    ...{ of: "department", id: unit.unit_id, kana: "" },
    // Nobody calls themselves.
    count: unit.count - (me.units.includes(unit.unit_id) ? 1 : 0),
    label: body ? `${called}（${body}）` : called,
    beside: path === name ? "" : pathWords(path),
  };
}

/** What could mean two is not offered under one label: better none than the wrong one (ORG-19). */
function unambiguous(all: Nameable[]): Nameable[] {
  return all.filter(({ label }, at) => all.every((other, place) => place === at || other.label !== label));
}
