/** Opening the account of a unit: which unit, and how it is called where it writes. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, OrganizationId, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { unitOptions, useHalls, useTree } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";

import { useOpenAccount } from "./accounts";

export function OpenAccount({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useLingui();
  const halls = useHalls().data ?? [];
  const [chosen, chooseHall] = useState<OrganizationId | null>(me.organization_id);
  const hall = chosen ?? halls[0]?.organization_id ?? null;
  const units = useTree(hall).data ?? [];
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
        {halls.length > 1 && (
          <Select
            label={t`組織`}
            value={hall ?? ""}
            options={halls.map((each) => ({ value: each.organization_id, says: each.name }))}
            // The list holds ids of organizations alone.
            onChange={(next) => {
              chooseHall(next as OrganizationId);
              choose(null);
            }}
          />
        )}
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
