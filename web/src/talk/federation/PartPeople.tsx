/** The people of one's own body in a room of another one: adding them, and taking them out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, OwnPart, Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { PeoplePicker } from "@/people/accounts/PeoplePicker";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Waiting } from "@/ui/Waiting";

import { usePartAct, usePartPeople } from "./federation";

interface Props {
  part: OwnPart;
  me: Me;
  onClose: () => void;
}

export function PartPeople({ part, me, onClose }: Props) {
  const { t } = useLingui();
  const found = usePartPeople(part.part_id);
  const act = usePartAct();
  const [chosen, setChosen] = useState<Person[]>([]);
  const people = found.data?.pages.flatMap((page) => page.people) ?? [];
  const accounts = chosen.map((person) => person.account_id);
  const add = () =>
    act.mutate({ act: "bring", part: part.part_id, accounts }, { onSuccess: () => setChosen([]) });
  return (
    <Dialog isOpen wide title={t`「${part.room}」の、自分の団体の職員`} onClose={onClose}>
      <DialogBody>
        {found.isPending && <Waiting says={t`職員を読み込んでいます`} />}
        <ul aria-label={t`入っている職員`} className="grid gap-1">
          {people.map((person) => (
            <Row key={person.account_id} {...{ person, part }} contact={me.contact} />
          ))}
        </ul>
        {found.hasNextPage && (
          <Button small isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            <Trans>続きを見る</Trans>
          </Button>
        )}
        {part.may_bring ? (
          <PeoplePicker
            organization={null}
            chosen={chosen}
            present={new Set(people.map((person) => person.account_id))}
            onChange={setChosen}
            info={() => null}
            contact={me.contact}
          />
        ) : (
          <OnlyTheHead part={part} />
        )}
        <Trouble error={found.error ?? act.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>閉じる</Trans>
        </Button>
        {part.may_bring && (
          <Button look="first" isDisabled={chosen.length === 0 || act.isPending} onPress={add}>
            {chosen.length > 0 ? <Trans>{chosen.length}人を加える</Trans> : <Trans>加える</Trans>}
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  );
}

/** Why there is nothing to add with. */
function OnlyTheHead({ part: { department, manager } }: Pick<Props, "part">) {
  const { t } = useLingui();
  const head = manager ? fullName(manager) : "";
  return (
    <p className="text-pretty text-small text-firm">
      {head
        ? t`${department}として参加しています。職員を加えられるのは、所属の長（${head}さん）だけです。外すことはできます。`
        : t`${department}として参加しています。職員を加えられるのは、所属の長だけです。まだ決まっていないか、異動しました。「担当を決める」で決めてください。`}
    </p>
  );
}

function Row({ person, part, contact }: { person: Person; part: OwnPart; contact: string }) {
  const { t } = useLingui();
  const act = usePartAct();
  const name = fullName(person);
  return (
    <li className="grid gap-1">
      <div className="flex min-h-11 items-center gap-3">
        <span className="grow">
          <AsTyped>{name}</AsTyped> <span className="text-small text-soft">{person.department}</span>
        </span>
        <Button
          small
          look="grave"
          isDisabled={act.isPending}
          aria-label={t`${name}さんを外す`}
          onPress={() => act.mutate({ act: "takeOut", part: part.part_id, who: person.account_id })}
        >
          <Trans>外す</Trans>
        </Button>
      </div>
      <Trouble error={act.error} contact={contact} />
    </li>
  );
}
