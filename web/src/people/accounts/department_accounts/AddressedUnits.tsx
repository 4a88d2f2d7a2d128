/** Units that one may write to as to a person: whoever may write in their name reads it and answers (ORG-6). */
import { Button } from "react-aria-components";

import type { AccountId, AddressedUnit, OrganizationId } from "@/generated/wire";
import { UnitMark } from "@/people/accounts/UnitMark";
import { pathWords } from "@/people/accounts/units";
import { AsTyped } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";

import { useAddressed } from "./addressed";
import { UnitSection } from "./UnitSection";

interface Props {
  words: string;
  organization: OrganizationId | null;
  busy: boolean;
  onPick: (unit: AccountId) => void;
}

/** Nothing where there are none: most bodies have few, and many have none. */
export function AddressedUnits({ words, organization, busy, onPick }: Props) {
  const query = useAddressed(words, organization);
  const units = query.data ?? [];
  return (
    <UnitSection query={query}>
      {units.map((unit) => (
        <li key={unit.account_id}>
          <Button
            isDisabled={busy}
            onPress={() => onPick(unit.account_id)}
            className="flex min-h-14 w-full cursor-pointer items-center gap-3 px-3 py-1.5 text-left hover:bg-hovered data-focus-visible:bg-hovered"
          >
            <Face round size="small" letters={unit.name.slice(0, 1)} of={unit.account_id} />
            <Named unit={unit} />
          </Button>
        </li>
      ))}
    </UnitSection>
  );
}

function Named({ unit: { name, path } }: { unit: AddressedUnit }) {
  return (
    <span className="grid min-w-0">
      <span className="flex flex-wrap items-center gap-x-2 font-name text-small font-bold">
        <AsTyped>{name}</AsTyped> <UnitMark person={{ kind: "department" }} />
      </span>
      <span className="text-small text-soft">{pathWords(path)}</span>
    </span>
  );
}
