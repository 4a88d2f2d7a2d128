/** The units that a word has found among those to choose from, above the people: each is chosen like a person (ORG-6). */

import type { AccountId, AddressedUnit, OrganizationId, Person } from "@/generated/wire";
import { PersonChoice } from "@/people/accounts/PersonChoice";
import { pathWords } from "@/people/accounts/units";

import { useAddressed } from "./addressed";
import { UnitSection } from "./UnitSection";

interface Props {
  words: string;
  organization: OrganizationId | null;
  /** Already there: they stand in the list but cannot be chosen. */
  present: ReadonlySet<AccountId>;
  isChosen: (unit: Person) => boolean;
  onToggle: (unit: Person, on: boolean) => void;
}

/** Nothing where they are not offered, and without a word nothing is looked for. */
export function UnitChoices({ withUnits, ...props }: Props & { withUnits: true | undefined }) {
  return withUnits && props.words !== "" ? <Found {...props} /> : null;
}

/** Nothing where there are none: most bodies have few, and many have none. */
function Found({ words, organization, present, isChosen, onToggle }: Props) {
  const query = useAddressed(words, organization);
  const units = (query.data ?? []).map(asPerson);
  return (
    <UnitSection query={query}>
      {units.map((unit) => (
        <PersonChoice
          key={unit.account_id}
          person={unit}
          apart={undefined}
          info={null}
          letters={unit.family.slice(0, 1)}
          isPresent={present.has(unit.account_id)}
          isClosed={false}
          isChosen={isChosen(unit)}
          onToggle={(on) => onToggle(unit, on)}
        />
      ))}
    </UnitSection>
  );
}

/** A unit as somebody who can be chosen. */
function asPerson({ account_id, name, path }: AddressedUnit): Person {
  const nothing = { given: "", kana: "", department: "", job_title: "", tenant_name: "", tail: "" };
  return { ...nothing, account_id, family: name, department_path: pathWords(path), kind: "department" };
}
