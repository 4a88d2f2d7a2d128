/** How one's own body takes part: as which of its departments, who adds its people, and whom the others ask. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, OwnPart, Person, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { useTree } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";

import { usePartAct } from "./federation";
import { PartManager } from "./PartManager";

interface Props {
  part: OwnPart;
  me: Me;
  /** Who was named brings people in, and names nobody else. */
  mayManage: boolean;
  onClose: () => void;
}

export function AcceptPart({ part, me, mayManage, onClose }: Props) {
  const { t } = useLingui();
  const act = usePartAct();
  const [department, setDepartment] = useState<UnitId | null>(null);
  const [manager, setManager] = useState<Person | null>(part.manager);
  const [contact, setContact] = useState(part.contact);
  const isNew = part.state === "invited";
  const terms = { department_id: department, manager_id: manager?.account_id ?? null, contact };
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
        {mayManage && (
          <PartManager
            me={me}
            isOfUnit={department !== null || part.department !== ""}
            chosen={manager}
            onChoose={setManager}
          />
        )}
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
      hint={
        <Trans>
          所属を選ぶと、その所属の長だけが、その所属の職員だけを加えられます。あとからは変えられません。
        </Trans>
      }
      value={value ?? ""}
      onChange={(id) => onChange(units.find((unit) => unit.unit_id === id)?.unit_id ?? null)}
      options={[
        { value: "", says: t`${me.tenant.name}として` },
        ...units.map((unit) => ({ value: unit.unit_id, says: unit.path })),
      ]}
    />
  );
}
