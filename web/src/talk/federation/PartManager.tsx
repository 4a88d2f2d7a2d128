/**
 * Who brings the people of one's own body into a room of another one, beside its administrators: one person, or nobody.
 * Of a department it is its head, and then nobody else does.
 */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Me, Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { PersonPick } from "@/people/accounts/PersonPick";
import { Button } from "@/ui/Button";

interface Props {
  me: Me;
  /** The body is there as one of its departments. */
  isOfUnit: boolean;
  chosen: Person | null;
  onChoose: (person: Person | null) => void;
}

export function PartManager({ me, isOfUnit, chosen, onChoose }: Props) {
  const { t } = useLingui();
  return (
    <section aria-label={isOfUnit ? t`所属の長` : t`人を加える人`} className="grid gap-2">
      <h3 className="font-bold">
        {isOfUnit ? <Trans>所属の長</Trans> : <Trans>人を加える人（なくてもかまいません）</Trans>}
      </h3>
      <p className="text-pretty text-small text-soft">
        {isOfUnit ? (
          <Trans>
            所属として参加するルームに職員を加えられるのは、ここで決めた人だけです。管理者は加えられません。決めるまでは、だれも加えられません。その所属の職員から選びます。
          </Trans>
        ) : (
          <Trans>管理者のほかに、このルームに自分の団体の職員を加えたり外したりする人です。</Trans>
        )}
      </p>
      {chosen ? (
        <Chosen person={chosen} isOfUnit={isOfUnit} onDrop={() => onChoose(null)} />
      ) : (
        <PersonPick
          waits
          organization={null}
          me={isOfUnit ? null : me.account_id}
          busy={false}
          contact={me.contact}
          onPick={(_, person) => onChoose(person)}
        />
      )}
    </section>
  );
}

interface ChosenProps {
  person: Person;
  isOfUnit: boolean;
  onDrop: () => void;
}

function Chosen({ person, isOfUnit, onDrop }: ChosenProps) {
  const { t } = useLingui();
  const { department } = person;
  const name = fullName(person);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status">
        {isOfUnit ? t`${department}の${name}さんです。` : t`${department}の${name}さんに頼みます。`}
      </p>
      <Button small onPress={onDrop}>
        {isOfUnit ? <Trans>選び直す</Trans> : <Trans>頼むのをやめる</Trans>}
      </Button>
    </div>
  );
}
