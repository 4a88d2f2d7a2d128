/** Naming an ITリーダー: first the person, then the unit, which is that of their post until another one is chosen. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountForm, AccountId, Me, UnitId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { usePerson } from "@/people/accounts/managing/people";
import { PersonPick } from "@/people/accounts/PersonPick";
import { unitOptions, useTree } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Select } from "@/ui/Select";
import { Waiting } from "@/ui/Waiting";

import { useAppointLeader } from "./leaders";

export function NameLeader({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useLingui();
  const [who, choose] = useState<AccountId | null>(null);
  const person = usePerson(who);
  return (
    <Dialog isOpen title={<Trans>ITリーダーを決める</Trans>} onClose={onClose}>
      {who === null ? (
        <DialogBody>
          <PersonPick
            organization={null}
            me={me.account_id}
            busy={false}
            contact={me.contact}
            onPick={choose}
          />
        </DialogBody>
      ) : person.data ? (
        <OfUnit form={person.data} contact={me.contact} onBack={() => choose(null)} onClose={onClose} />
      ) : (
        <DialogBody>
          {person.isPending ? (
            <Waiting says={t`職員を読み込んでいます`} />
          ) : (
            <Trouble error={person.error} contact={me.contact} />
          )}
        </DialogBody>
      )}
    </Dialog>
  );
}

interface OfUnitProps {
  form: AccountForm;
  contact: string;
  onBack: () => void;
  onClose: () => void;
}

function OfUnit({ form, contact, onBack, onClose }: OfUnitProps) {
  const { t } = useLingui();
  const main = form.posts.find((post) => post.main);
  const [unit, choose] = useState<UnitId | null>(main?.unit_id ?? null);
  const units = useTree(main?.organization_id ?? null).data ?? [];
  const appoint = useAppointLeader();
  const name = fullName(form.row);
  const act = () => {
    if (unit) appoint.mutate({ account_id: form.row.account_id, unit_id: unit }, { onSuccess: onClose });
  };
  return (
    <>
      <DialogBody>
        <p>
          <Trans>
            <b>{name}</b>さんが用紙を出せるようになる所属
          </Trans>
        </p>
        <Select
          label={t`所属（その下の所属を含みます）`}
          value={unit ?? ""}
          options={[...(unit ? [] : [{ value: "", says: t`選んでください` }]), ...unitOptions(units)]}
          // The list holds ids of units alone.
          onChange={(next) => choose(next ? (next as UnitId) : null)}
        />
        {form.row.password === "first" && (
          <p className="text-small text-soft">
            <Trans>
              まだ使われていない最初のパスワードの用紙は、使えなくなります。決めたあとに、新しい用紙を出してください。
            </Trans>
          </p>
        )}
        <Trouble error={appoint.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onBack}>
          <Trans>人を選び直す</Trans>
        </Button>
        <Button look="first" isDisabled={!unit || appoint.isPending} onPress={act}>
          <Trans>ITリーダーにする</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}
