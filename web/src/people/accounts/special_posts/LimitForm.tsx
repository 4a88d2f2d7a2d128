/** Who may write to one person in a special post: everybody, units and people, or people alone. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountId, Me, People, SpecialPost, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { useTree } from "@/people/accounts/directory";
import { NamedUnits } from "@/people/accounts/NamedUnits";
import { PersonDialog } from "@/people/accounts/PersonDialog";
import { TakeOutList } from "@/people/accounts/TakeOutList";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";

import { type Circle, useLimit } from "./posts";

interface Props {
  post: SpecialPost;
  people: People;
  me: Me;
  isOwn: boolean;
}

export function LimitForm({ post, people, me, isOwn }: Props) {
  const { t } = useLingui();
  const [circle, draw] = useState<Circle>(post.circle);
  const [units, nameUnits] = useState<ReadonlySet<UnitId>>(new Set(post.units as UnitId[]));
  const [named, nameWho] = useState<People>(() => pick(people, post.people as AccountId[]));
  const save = useLimit(post.account_id, isOwn);
  return (
    <div className="grid gap-3">
      <Choice
        label={t`直接書ける人`}
        value={circle}
        onChange={draw}
        choices={[
          { value: "everybody", says: <Trans>だれでも</Trans> },
          { value: "units", says: <Trans>決めた所属と、決めた人</Trans> },
          { value: "named", says: <Trans>決めた人だけ</Trans> },
        ]}
      />
      {circle === "units" && <Units units={units} onChange={nameUnits} />}
      {circle !== "everybody" && <Named people={named} onChange={nameWho} me={me} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="first"
          isDisabled={save.isPending}
          onPress={() =>
            save.mutate({ circle, units: [...units], people: Object.keys(named) as AccountId[] })
          }
        >
          <Trans>この人たちにする</Trans>
        </Button>
        <p role="status" className="text-small text-soft">
          {save.isSuccess && <Trans>決めました。</Trans>}
        </p>
      </div>
      <Trouble error={save.error} contact={me.contact} />
    </div>
  );
}

function Units({
  units,
  onChange,
}: {
  units: ReadonlySet<UnitId>;
  onChange: (u: ReadonlySet<UnitId>) => void;
}) {
  const tree = useTree();
  if (!tree.data) return null;
  return (
    <NamedUnits
      units={tree.data.units}
      named={units}
      onChange={onChange}
      legend={<Trans>書ける所属（その下の所属も入ります）</Trans>}
    />
  );
}

interface NamedProps {
  people: People;
  onChange: (people: People) => void;
  me: Me;
}

function Named({ people, onChange, me }: NamedProps) {
  const { t } = useLingui();
  const [isPicking, pickOne] = useState(false);
  return (
    <div className="grid gap-2">
      <p className="text-small text-firm">
        <Trans>代行者は、ここで決めなくても書けます。</Trans>
      </p>
      <TakeOutList
        label={t`書ける人`}
        named={Object.entries(people).map(([key, person]) => ({ key, person }))}
        says={(who) => t`${who}さんを書ける人から外す`}
        onTakeOut={(who) => onChange(without(people, who))}
      />
      <div>
        <Button small icon="plus" onPress={() => pickOne(true)}>
          <Trans>書ける人を追加</Trans>
        </Button>
      </div>
      {isPicking && (
        <PersonDialog
          title={t`書ける人を追加`}
          me={me.account_id}
          contact={me.contact}
          onPick={(who, person) => {
            onChange({ ...people, [who]: person });
            pickOne(false);
          }}
          onClose={() => pickOne(false)}
        />
      )}
    </div>
  );
}

function pick(people: People, ids: AccountId[]): People {
  return Object.fromEntries(ids.flatMap((id) => (people[id] ? [[id, people[id]]] : [])));
}

function without(people: People, id: string): People {
  return Object.fromEntries(Object.entries(people).filter(([each]) => each !== id));
}
