/** Units that one may write to as to a person: whoever may write in their name reads it and answers (ORG-6). */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button as Row } from "react-aria-components";

import type { AccountId, AddressedUnit, OrganizationId } from "@/generated/wire";
import { UnitMark } from "@/people/accounts/UnitMark";
import { pathWords } from "@/people/accounts/units";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Face } from "@/ui/Face";

import { useAddressed } from "./addressed";

interface Props {
  words: string;
  organization: OrganizationId | null;
  busy: boolean;
  onPick: (unit: AccountId) => void;
}

/** Nothing where there are none: most bodies have few, and many have none. */
export function AddressedUnits({ words, organization, busy, onPick }: Props) {
  const { t } = useLingui();
  const query = useAddressed(words, organization);
  const units = query.data ?? [];
  if (units.length === 0) return null;
  return (
    <section aria-label={t`所属アカウント`} className="border-b border-line">
      <ul>
        {units.map((unit) => (
          <li key={unit.account_id}>
            <Row
              isDisabled={busy}
              onPress={() => onPick(unit.account_id)}
              className="flex min-h-14 w-full cursor-pointer items-center gap-3 px-3 py-1.5 text-left hover:bg-hovered data-focus-visible:bg-hovered"
            >
              <Face round size="small" letters={unit.name.slice(0, 1)} of={unit.account_id} />
              <Named unit={unit} />
            </Row>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="p-2">
          <Button small wide isDisabled={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
            <Trans>所属アカウントの続きを表示</Trans>
          </Button>
        </div>
      )}
    </section>
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
