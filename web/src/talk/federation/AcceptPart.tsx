/** How one's own body takes part: as which of its departments, who adds its people, and whom the others ask. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, OwnPart, Person, UnitId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { PeoplePicker } from "@/people/accounts/PeoplePicker";
import { useTree } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";

import { usePartAct } from "./federation";

interface Props {
  part: OwnPart;
  me: Me;
  onClose: () => void;
}

export function AcceptPart({ part, me, onClose }: Props) {
  const { t } = useLingui();
  const act = usePartAct();
  const [department, setDepartment] = useState<UnitId | null>(null);
  const [manager, setManager] = useState<Person[]>(part.manager ? [part.manager] : []);
  const [contact, setContact] = useState(part.contact);
  const isNew = part.state === "invited";
  const terms = { department_id: department, manager_id: manager[0]?.account_id ?? null, contact };
  const save = () => act.mutate({ act: "accept", part: part.part_id, terms }, { onSuccess: onClose });
  return (
    <Dialog
      isOpen
      wide
      title={isNew ? t`「${part.room}」に参加する` : t`「${part.room}」の担当を決める`}
      onClose={onClose}
    >
      <DialogBody>
        {isNew && <Units me={me} value={department} onChange={setDepartment} />}
        <section aria-label={t`人を加える人`} className="grid gap-2">
          <h3 className="font-bold">
            <Trans>人を加える人（なくてもかまいません）</Trans>
          </h3>
          <p className="text-pretty text-small text-soft">
            <Trans>管理者のほかに、このルームに自分の団体の職員を加えたり外したりする人です。</Trans>
          </p>
          <PeoplePicker
            organization={null}
            chosen={manager}
            present={nobody}
            onChange={(chosen) => setManager(chosen.slice(-1))}
            info={() => null}
            contact={me.contact}
          />
          {manager[0] && (
            <p role="status" className="text-small">
              <Trans>{fullName(manager[0])}さんに頼みます。</Trans>
            </p>
          )}
        </section>
        <Field label={t`問合せ先（例：健康課　内線12）`} value={contact} onChange={setContact} />
        <Trouble error={act.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={act.isPending} onPress={save}>
          {isNew ? <Trans>参加する</Trans> : <Trans>保存する</Trans>}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

const nobody: ReadonlySet<never> = new Set();

interface UnitsProps {
  me: Me;
  value: UnitId | null;
  onChange: (unit: UnitId | null) => void;
}

/** A body may come as one of its departments; who has the tree to arrange chooses it here. */
function Units({ me, value, onChange }: UnitsProps) {
  const { t } = useLingui();
  const tree = useTree(me.capabilities.includes("orgs.arrange") ? me.organization_id : null);
  const units = tree.data ?? [];
  if (units.length === 0) return null;
  return (
    <Select
      label={t`どの所属として参加するか`}
      hint={<Trans>所属を選ぶと、その所属の職員だけを加えられます。あとからは変えられません。</Trans>}
      value={value ?? ""}
      onChange={(id) => onChange(units.find((unit) => unit.unit_id === id)?.unit_id ?? null)}
      options={[
        { value: "", says: t`${me.tenant.name}として` },
        ...units.map((unit) => ({ value: unit.unit_id, says: unit.path })),
      ]}
    />
  );
}
