/** 組織から選ぶ: the tree in 建制順 with counts; a unit narrows the list beside it, and all of it are taken with one press. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountId, OrganizationId, Person, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { useTree, useWholeUnit } from "./directory";
import { OrgTree } from "./OrgTree";

interface Props {
  organization: OrganizationId | null;
  unit: UnitId | null;
  onUnit: (unit: UnitId | null) => void;
  chosen: Person[];
  present: ReadonlySet<AccountId>;
  onChange: (chosen: Person[]) => void;
  contact: string;
}

export function UnitPick({ organization, unit, onUnit, contact, ...choosing }: Props) {
  const { t } = useLingui();
  const tree = useTree(organization);
  if (tree.isPending) return <Waiting says={t`組織を読み込んでいます`} />;
  if (tree.isError) {
    return (
      <NotRead
        title={<Trans>組織を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => tree.refetch()}
      />
    );
  }
  const narrowed = tree.data.units.find((each) => each.unit_id === unit);
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-2">
      <section
        aria-label={t`組織`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long tree is scrolled with the keys.
        tabIndex={0}
        className="h-56 overflow-y-auto rounded-8 border border-line mid:h-74"
      >
        <OrgTree tree={tree.data} chosen={unit} onChoose={onUnit} />
      </section>
      {narrowed && (
        <WholeUnit
          key={narrowed.unit_id}
          unit={narrowed.unit_id}
          name={narrowed.name}
          {...{ organization, contact, ...choosing }}
        />
      )}
    </div>
  );
}

interface WholeProps extends Omit<Props, "unit" | "onUnit"> {
  unit: UnitId;
  name: string;
}

function WholeUnit({ unit, name, organization, chosen, present, onChange, contact }: WholeProps) {
  const { t } = useLingui();
  const whole = useWholeUnit(organization, unit);
  const take = async () => {
    const people = await whole.mutateAsync();
    const known = new Set([...present, ...chosen.map((person) => person.account_id)]);
    onChange([...chosen, ...people.filter((person) => !known.has(person.account_id))]);
  };
  return (
    <>
      <div>
        <Button small isDisabled={whole.isPending} onPress={() => void take().catch(() => {})}>
          {whole.isPending ? <Trans>読み込んでいます</Trans> : t`「${name}」の全員を選ぶ`}
        </Button>
      </div>
      <Trouble error={whole.error} contact={contact} />
    </>
  );
}
