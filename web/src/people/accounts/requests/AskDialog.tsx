/** Asking: first what, and of somebody who is there first whom; then what is to be written in the roster. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountRequest, Me, Person, RequestUnit, UnitId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { ulid } from "@/kit/ulid";
import { Trouble } from "@/people/access/Trouble";
import { PersonPick } from "@/people/accounts/PersonPick";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { isoWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Select } from "@/ui/Select";

import { AskFields, empty, type Written } from "./AskFields";
import { type RequestWish, useRequestAct } from "./requests";
import { useKinds } from "./words";

interface Props {
  me: Me;
  units: RequestUnit[];
  onClose: () => void;
}

type Kind = AccountRequest["kind"];
const kindsInOrder: Kind[] = ["new", "change", "closing"];

export function AskDialog({ me, units, onClose }: Props) {
  const { t } = useLingui();
  const kinds = useKinds();
  const does = useRequestAct();
  const [key] = useState(ulid);
  const [kind, choose] = useState<Kind>("new");
  const [unit, chooseUnit] = useState<UnitId | null>(units[0]?.unit_id ?? null);
  const [person, pick] = useState<Person | null>(null);
  const [written, write] = useState<Written>(empty);
  const wish = unit === null ? null : wishOf(kind, unit, person, written);
  const ask = () => wish && does.mutate({ act: "ask", key, wish }, { onSuccess: onClose });
  return (
    <Dialog isOpen wide title={<Trans>アカウントを依頼する</Trans>} onClose={onClose}>
      <DialogBody>
        <Choice
          label={t`依頼すること`}
          value={kind}
          onChange={choose}
          choices={kindsInOrder.map((value) => ({ value, says: kinds[value] }))}
        />
        <UnitChoice
          {...{ units, unit }}
          onChoose={(next) => {
            chooseUnit(next);
            pick(null);
          }}
        />
        {kind !== "new" && <Whom {...{ me, unit, person }} onPick={pick} />}
        {(kind === "new" || person) && <AskFields {...{ kind, written }} onWrite={write} />}
        <Trouble error={does.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={!wish || does.isPending} onPress={ask}>
          <Trans>依頼する</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

interface UnitProps {
  units: RequestUnit[];
  unit: UnitId | null;
  onChoose: (unit: UnitId) => void;
}

function UnitChoice({ units, unit, onChoose }: UnitProps) {
  const { t } = useLingui();
  if (units.length === 1) {
    return (
      <p>
        <Trans>所属</Trans>　<AsTyped>{units[0]?.path ?? ""}</AsTyped>
      </p>
    );
  }
  return (
    <Select
      label={t`所属`}
      value={unit ?? ""}
      options={units.map(({ unit_id, path }) => ({ value: unit_id, says: path }))}
      // The list holds ids of units alone.
      onChange={(next) => onChoose(next as UnitId)}
    />
  );
}

interface WhomProps {
  me: Me;
  unit: UnitId | null;
  person: Person | null;
  onPick: (person: Person | null) => void;
}

function Whom({ me, unit, person, onPick }: WhomProps) {
  if (!person) {
    return (
      <div className="grid gap-2">
        <p className="text-small text-soft">
          <Trans>この所属か、その下の所属が本務の人を選んでください。</Trans>
        </p>
        <PersonPick
          waits
          anybody
          organization={null}
          unit={unit}
          me={null}
          busy={false}
          contact={me.contact}
          onPick={(_, found) => onPick(found)}
        />
      </div>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <b className="font-name">
        <AsTyped>{fullName(person)}</AsTyped>
      </b>
      <span>{person.department}</span>
      <Button small look="quiet" onPress={() => onPick(null)}>
        <Trans>人を選び直す</Trans>
      </Button>
    </p>
  );
}

/** What is asked for, as it travels; null while something is missing or cannot be read. */
function wishOf(kind: Kind, unit_id: UnitId, person: Person | null, written: Written): RequestWish | null {
  const [starts_on, ends_on] = daysOf(kind, written);
  if (starts_on === undefined || ends_on === undefined) return null;
  const said = { ...written, starts_on: starts_on ?? "", ends_on: ends_on ?? "" };
  if (!isFilled(kind, person, said)) return null;
  return {
    ...written,
    kind,
    unit_id,
    account_id: kind === "new" ? null : (person?.account_id ?? null),
    employment_type: written.employment_type || null,
    starts_on,
    ends_on,
  };
}

/** What a kind has no field for counts for nothing, whatever was written there before it was chosen. */
function daysOf(kind: Kind, { starts_on, ends_on }: Written) {
  return [kind === "new" ? isoWritten(starts_on) : null, isoWritten(ends_on)] as const;
}

function isFilled(kind: Kind, person: Person | null, said: Written): boolean {
  const { login_id, family, kana, employment_type, starts_on, ends_on } = said;
  if (kind === "new") {
    return [login_id, family, kana, employment_type, starts_on].every((each) => each.trim() !== "");
  }
  if (!person) return false;
  if (kind === "closing") return ends_on !== "";
  return [family, said.given, kana, employment_type, ends_on, said.words].some((each) => each.trim() !== "");
}
