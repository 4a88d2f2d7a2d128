/** Changing many people at once: what, to what, then who would change and how, and only then the change. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type {
  AccountGroup,
  AccountId,
  ArrangedUnit,
  BulkWish,
  Foreseen,
  Hall,
  Me,
  UnitId,
} from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { useHangingOn, useHangingWords } from "@/people/accounts/hanging";
import { unitOptions } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";

import { LastDay } from "./PersonFields";
import { type Filter, said, useCarryOut, useForesee } from "./people";
import { choices, employments, hindrances, roles, states, wordOf } from "./words";

interface Props {
  me: Me;
  /** Null: all whom the filter means. */
  ids: string[] | null;
  filter: Filter;
  units: readonly ArrangedUnit[];
  halls: readonly Hall[];
  groups: readonly AccountGroup[];
  onDone: () => void;
  onClose: () => void;
}

export function BulkDialog({ me, ids, filter, units, halls, groups, onDone, onClose }: Props) {
  const [wish, setWish] = useState<BulkWish>({ ids, filter: said(filter), what: "unit" });
  const foresee = useForesee();
  const carry = useCarryOut();
  const seen = foresee.data;
  const home = me.organization_id ?? halls[0]?.organization_id ?? null;
  const change = (part: Partial<BulkWish>) => {
    foresee.reset();
    setWish({ ...wish, ...part });
  };
  const done = () => {
    onDone();
    onClose();
  };
  const act = () => {
    if (!seen) return;
    carry.mutate({ wish, expected: seen.changing }, { onSuccess: done });
  };
  return (
    <Dialog isOpen wide title={<Trans>まとめて変える</Trans>} onClose={onClose}>
      <DialogBody>
        <WhatChoice wish={wish} hasGroups={groups.length > 0} onChange={change} />
        <Value wish={wish} home={home} units={units} groups={groups} onChange={change} />
        {seen && <Effects seen={seen} what={wish.what} />}
        <Trouble error={foresee.error ?? carry.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        {seen ? (
          <Button look="first" isDisabled={seen.changing === 0 || carry.isPending} onPress={act}>
            <Trans>{seen.changing.toLocaleString("ja-JP")}人を変える</Trans>
          </Button>
        ) : (
          <Button look="first" isDisabled={foresee.isPending} onPress={() => foresee.mutate(wish)}>
            <Trans>変わる内容を確かめる</Trans>
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  );
}

interface PartProps {
  wish: BulkWish;
  onChange: (part: Partial<BulkWish>) => void;
}

function WhatChoice({ wish, hasGroups, onChange }: PartProps & { hasGroups: boolean }) {
  const { t } = useLingui();
  const options = [
    { value: "unit", says: t`本務の所属` },
    { value: "employment_type", says: t`任用形態` },
    { value: "ends_on", says: t`利用の最終日` },
    { value: "place", says: t`場所` },
    ...(hasGroups ? [{ value: "group_id", says: t`アカウント管理グループ` }] : []),
    { value: "suspend", says: t`利用を止める` },
    { value: "restore", says: t`利用を元に戻す` },
    { value: "no_seat", says: t`席のない人にする` },
    { value: "seat", says: t`席を戻す` },
  ];
  return (
    <Select
      label={t`変えるもの`}
      value={wish.what}
      options={options}
      // The list above holds nothing else.
      onChange={(what) =>
        onChange({ what: what as BulkWish["what"], text: what === "employment_type" ? "regular" : "" })
      }
    />
  );
}

interface ValueProps extends PartProps {
  home: Hall["organization_id"] | null;
  units: readonly ArrangedUnit[];
  groups: readonly AccountGroup[];
}

/** Stopping and giving back ask for nothing more. */
function Value(props: ValueProps) {
  if (props.wish.what === "unit") return <UnitValue {...props} />;
  if (props.wish.what === "group_id") return <GroupValue {...props} />;
  return <PlainValue {...props} />;
}

function UnitValue({ wish, home, units, onChange }: ValueProps) {
  const { t } = useLingui();
  if (!home) return null;
  const choose = (unit: string) =>
    onChange({ unit: unit ? { organization_id: home, unit_id: unit as UnitId, main: true } : null });
  return (
    <Select
      label={t`新しい所属`}
      value={wish.unit?.unit_id ?? ""}
      options={[{ value: "", says: t`選んでください` }, ...unitOptions(units)]}
      onChange={choose}
    />
  );
}

function GroupValue({ wish, groups, onChange }: ValueProps) {
  const { t } = useLingui();
  const named = groups.map((one) => ({ value: one.group_id, says: one.name }));
  return (
    <Select
      label={t`アカウント管理グループ`}
      value={wish.group ?? ""}
      options={[{ value: "", says: t`なし` }, ...named]}
      onChange={(group) => onChange({ group: group || null })}
    />
  );
}

function PlainValue({ wish, onChange }: ValueProps) {
  const { t, i18n } = useLingui();
  if (wish.what === "ends_on")
    return <LastDay value={wish.day ?? null} onChange={(day) => onChange({ day })} />;
  if (wish.what === "place") {
    return <Field label={t`場所`} value={wish.text ?? ""} onChange={(text) => onChange({ text })} />;
  }
  if (wish.what !== "employment_type") return null;
  return (
    <Select
      label={t`任用形態`}
      value={wish.text ?? "regular"}
      options={choices(employments, i18n._.bind(i18n))}
      onChange={(text) => onChange({ text })}
    />
  );
}

function Effects({ seen, what }: { seen: Foreseen; what: BulkWish["what"] }) {
  const { t, i18n } = useLingui();
  const say = i18n._.bind(i18n);
  const word = (text: string) => wordOf({ ...employments, ...states, ...roles }, text, say) || "—";
  const hangs = useHanging(seen, what);
  return (
    <section aria-label={t`変わる内容`} className="grid gap-2">
      <p className="figures font-bold" role="status">
        <Trans>
          変わる{seen.changing.toLocaleString("ja-JP")}人／変わらない{seen.unchanged.toLocaleString("ja-JP")}
          人／変えられない
          {seen.hindered.toLocaleString("ja-JP")}人
        </Trans>
      </p>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-8 border border-line text-small">
        {seen.effects.map((effect) => (
          <li key={effect.account_id} className="flex flex-wrap gap-x-3 px-3 py-2">
            <span className="font-name font-bold">{effect.name}</span>
            <span className="figures text-soft">{effect.login_id}</span>
            <span>
              {effect.hindrance
                ? wordOf(hindrances, effect.hindrance, say)
                : `${word(effect.before)} → ${word(effect.after)}${hangs(effect.account_id)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rooms and devices are said where somebody moves or is stopped. */
function useHanging(seen: Foreseen, what: BulkWish["what"]): (account: AccountId) => string {
  const says = useHangingWords();
  const concerned = what === "unit" || what === "suspend" ? seen.effects.map((one) => one.account_id) : [];
  const found = useHangingOn(concerned);
  return (account) => says(found.get(account));
}
