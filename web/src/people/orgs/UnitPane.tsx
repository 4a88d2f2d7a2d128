/** The chosen unit: its words as a form, where it stands, closing it, and what was done to it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { ArrangedUnit, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";

import { isBelow } from "./arranging";
import { HistoryList } from "./HistoryList";
import { kinds } from "./kinds";
import { type UnitWords, unitOptions, useChangeUnit, useUnitHistory, wordsOf } from "./tree";
import type { Arranging } from "./useArranging";

interface Props {
  unit: ArrangedUnit;
  units: readonly ArrangedUnit[];
  contact: string;
  arranging: Arranging;
  onClose: () => void;
}

export function UnitPane(props: Props) {
  const { t } = useLingui();
  const { unit, contact, onClose } = props;
  const isOpen = unit.closed_at === null;
  return (
    <aside
      aria-label={t`${unit.name}の内容`}
      className="min-h-0 w-full shrink-0 overflow-y-auto border-line px-4 py-4 wide:w-90 wide:border-l"
    >
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 grow py-1 text-lead font-bold">{unit.path}</h3>
        <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
      </div>
      <p className="figures pb-3 text-small text-soft">
        <Trans>
          本務{unit.main}人／兼務{unit.concurrent}人／下の所属も合わせて{unit.everybody}人
        </Trans>
      </p>
      <div className="grid gap-5">
        {isOpen && <Words {...props} />}
        {isOpen && <Move {...props} />}
        {isOpen ? <Closing {...props} /> : <Reopening {...props} />}
        <section className="grid gap-2">
          <h4 className="font-bold">
            <Trans>履歴</Trans>
          </h4>
          <HistoryList history={useUnitHistory(unit.unit_id)} contact={contact} />
        </section>
      </div>
    </aside>
  );
}

function Words({ unit, contact }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState<UnitWords>(() => wordsOf(unit));
  const change = useChangeUnit();
  const set = (part: Partial<UnitWords>) => setWords({ ...words, ...part });
  return (
    <section className="grid gap-3">
      <Field label={t`名前`} isRequired value={words.name} onChange={(name) => set({ name })} />
      <Field label={t`略称`} value={words.short_name} onChange={(short_name) => set({ short_name })} />
      <Select
        label={t`種別`}
        value={words.kind}
        options={[...kinds.map((kind) => ({ value: kind, says: kind })), { value: "", says: t`その他` }]}
        onChange={(kind) => set({ kind })}
      />
      <Field
        code
        label={t`所属コード`}
        value={words.code ?? ""}
        onChange={(code) => set({ code: code || null })}
      />
      <Field label={t`場所`} value={words.place} onChange={(place) => set({ place })} />
      <Field label={t`階`} value={words.floor} onChange={(floor) => set({ floor })} />
      <Field label={t`内線`} value={words.extension} onChange={(extension) => set({ extension })} />
      <Trouble error={change.error} contact={contact} />
      <div>
        <Button look="first" isDisabled={change.isPending} onPress={() => change.mutate({ unit, words })}>
          <Trans>保存する</Trans>
        </Button>
      </div>
    </section>
  );
}

function Move({ unit, units, arranging }: Props) {
  const { t } = useLingui();
  const others = units.filter((one) => one.unit_id !== unit.unit_id && !isBelow(one, unit));
  const move = (above: string) => {
    const parent_id = above ? (above as UnitId) : null;
    arranging.move(unit, { unit_id: unit.unit_id, parent_id, before: null });
  };
  return (
    <Select
      label={t`上の所属`}
      value={unit.parent_id ?? ""}
      options={[{ value: "", says: t`（いちばん上）` }, ...unitOptions(others)]}
      isDisabled={arranging.isBusy}
      onChange={move}
    />
  );
}

function Closing({ unit, units, arranging, onClose }: Props) {
  const { t } = useLingui();
  const [to, setTo] = useState("");
  const [asked, ask] = useState(false);
  const people = unit.main + unit.concurrent;
  const others = units.filter((one) => one.unit_id !== unit.unit_id && !isBelow(one, unit));
  if (!asked) {
    return (
      <div>
        <Button look="grave" onPress={() => ask(true)}>
          <Trans>この所属を廃止する</Trans>
        </Button>
      </div>
    );
  }
  return (
    <section className="grid gap-3 rounded-8 border border-danger-line p-3">
      <p>
        {people > 0 ? (
          <Trans>
            「{unit.name}」を廃止しますか？ {people}
            人の所属が、選んだ所属に変わります。過去の発言には、当時の所属が残ります。
          </Trans>
        ) : (
          <Trans>「{unit.name}」を廃止しますか？ 過去の発言には、当時の所属が残ります。</Trans>
        )}
      </p>
      {people > 0 && (
        <Select
          label={t`職員を移す先`}
          value={to}
          options={[{ value: "", says: t`選んでください` }, ...unitOptions(others)]}
          onChange={setTo}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button autoFocus onPress={() => ask(false)}>
          <Trans>やめる</Trans>
        </Button>
        <Button
          look="grave"
          isDisabled={arranging.isBusy || (people > 0 && to === "")}
          onPress={() => arranging.close(unit, to ? (to as UnitId) : null, onClose)}
        >
          <Trans>廃止する</Trans>
        </Button>
      </div>
    </section>
  );
}

function Reopening({ unit, arranging }: Props) {
  return (
    <div className="grid gap-2">
      {unit.successor && (
        <p className="text-small text-soft">
          <Trans>職員は「{unit.successor}」へ移りました。</Trans>
        </p>
      )}
      <div>
        <Button isDisabled={arranging.isBusy} onPress={() => arranging.reopen(unit)}>
          <Trans>廃止を取り消す</Trans>
        </Button>
      </div>
    </div>
  );
}
