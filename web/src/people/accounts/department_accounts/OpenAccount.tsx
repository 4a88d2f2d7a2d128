/** Opening the account of a unit: which unit, and how it is called where it writes. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { unitOptions, useTree } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";

import { useOpenAccount } from "./accounts";

export function OpenAccount({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useLingui();
  const units = useTree(me.organizations[0]?.organization_id ?? null).data ?? [];
  const [unit, chooseUnit] = useState<UnitId | null>(null);
  const [name, call] = useState("");
  const open = useOpenAccount();
  const choose = (next: UnitId | null) => {
    chooseUnit(next);
    call(units.find((each) => each.unit_id === next)?.name ?? "");
  };
  return (
    <Dialog isOpen title={<Trans>所属アカウントを作る</Trans>} onClose={onClose}>
      <DialogBody>
        <Select
          label={t`所属`}
          value={unit ?? ""}
          options={[...(unit ? [] : [{ value: "", says: t`選んでください` }]), ...unitOptions(units)]}
          // The list holds ids of units alone.
          onChange={(next) => choose(next ? (next as UnitId) : null)}
        />
        <Field label={t`書くときの名前`} value={name} onChange={call} />
        <Trouble error={open.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button
          look="first"
          isDisabled={!unit || name.trim() === "" || open.isPending}
          onPress={() => unit && open.mutate({ unit_id: unit, name }, { onSuccess: onClose })}
        >
          <Trans>作る</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
