/** One row of the tree: name, counts, and the menu of what can be done with the unit. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useState } from "react";
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  TreeItem,
  TreeItemContent,
} from "react-aria-components";

import type { ArrangedUnit, UnitId } from "@/generated/wire";
import { belongsToConversion } from "@/kit/composing";
import { dayInJapan } from "@/kit/days";
import { dense } from "@/kit/eras";
import { Chip } from "@/ui/Chip";
import { Grip } from "@/ui/Grip";
import { Icon } from "@/ui/Icon";

import { stepped } from "./arranging";
import type { Arranging } from "./useArranging";

interface Props {
  unit: ArrangedUnit;
  units: readonly ArrangedUnit[];
  shown: readonly ArrangedUnit[];
  chosen: UnitId | null;
  arranging: Arranging;
  onChoose: (unit: UnitId) => void;
  onAdd: (above: ArrangedUnit) => void;
}

export function UnitRow(props: Props) {
  const { unit, shown, chosen } = props;
  const [naming, name] = useState(false);
  const children = shown.filter((one) => one.parent_id === unit.unit_id);
  return (
    <TreeItem
      id={unit.unit_id}
      textValue={unit.name}
      className="group rounded-8 outline-none data-focus-visible:outline-3 data-focus-visible:outline-[#ffd43d] data-drop-target:bg-accent-soft"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <div
            className={`flex min-h-11 items-center gap-1 rounded-8 pr-1 hover:bg-hovered ${chosen === unit.unit_id ? "bg-accent-soft" : ""}`}
            style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}
          >
            {unit.closed_at === null ? <Grip name={unit.name} /> : <span className="size-9 shrink-0" />}
            <Chevron isThere={hasChildItems} isOpen={isExpanded} />
            {naming ? <NameField {...props} onDone={() => name(false)} /> : <Words unit={unit} />}
            <RowMenu {...props} onRename={() => name(true)} />
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <UnitRow key={child.unit_id} {...props} unit={child} />
      ))}
    </TreeItem>
  );
}

function Chevron({ isThere, isOpen }: { isThere: boolean; isOpen: boolean }) {
  if (!isThere) return <span className="size-9 shrink-0" />;
  return (
    <Button
      slot="chevron"
      className="grid size-9 shrink-0 place-items-center rounded-8 text-firm hover:bg-line coarse:size-11"
    >
      <span className={isOpen ? "-rotate-90" : "rotate-180"}>
        <Icon name="back" size={16} />
      </span>
    </Button>
  );
}

function Words({ unit }: { unit: ArrangedUnit }) {
  const { t } = useLingui();
  const closed = unit.closed_at ? dense(dayInJapan(unit.closed_at)) : null;
  const counts = t`本務${unit.main}人、兼務${unit.concurrent}人、下の所属も合わせて${unit.everybody}人`;
  return (
    <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-2 py-1">
      <span className={closed ? "text-soft line-through" : "font-bold"}>{unit.name}</span>
      {unit.code && <span className="figures text-small text-soft">{unit.code}</span>}
      {closed && <Chip>{t`${closed} 廃止`}</Chip>}
      <span className="figures ml-auto text-small text-soft" title={counts}>
        <span className="sr-only">{counts}</span>
        <span aria-hidden="true">{t`${unit.everybody}人`}</span>
      </span>
    </span>
  );
}

function NameField({ unit, arranging, onDone }: Props & { onDone: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState(unit.name);
  const keep = () => {
    arranging.rename(unit, name);
    onDone();
  };
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation(); // the tree would take the arrows and letters for itself
    if (belongsToConversion(event.nativeEvent)) return;
    if (event.key === "Enter") keep();
    if (event.key === "Escape") onDone();
  };
  return (
    <input
      aria-label={t`所属の名前`}
      className="min-h-9 min-w-0 grow rounded-8 border border-edge bg-surface px-2"
      value={name}
      ref={(field) => field?.focus()}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={pressed}
      onBlur={keep}
    />
  );
}

function RowMenu({ unit, units, arranging, onChoose, onAdd, onRename }: Props & { onRename: () => void }) {
  const { t } = useLingui();
  const up = stepped(units, unit, -1);
  const down = stepped(units, unit, 1);
  const acts: Record<string, () => void> = {
    open: () => onChoose(unit.unit_id),
    rename: onRename,
    add: () => onAdd(unit),
    up: () => up && arranging.move(unit, up),
    down: () => down && arranging.move(unit, down),
    reopen: () => arranging.reopen(unit),
  };
  const isOpen = unit.closed_at === null;
  return (
    <MenuTrigger>
      <Button
        aria-label={t`${unit.name}のメニュー`}
        className="grid size-9 shrink-0 place-items-center rounded-8 text-firm hover:bg-line coarse:size-11"
      >
        <Icon name="more" size={20} />
      </Button>
      <Popover className="overflow-y-auto rounded-8 border border-line bg-surface shadow-raised">
        <Menu onAction={(key) => acts[String(key)]?.()} className="min-w-48 p-1 outline-none">
          <Item id="open">
            <Trans>内容を開く</Trans>
          </Item>
          {isOpen && (
            <>
              <Item id="rename">
                <Trans>名前を変える</Trans>
              </Item>
              <Item id="add">
                <Trans>下に所属を加える</Trans>
              </Item>
              <Item id="up" off={!up}>
                <Trans>一つ上へ</Trans>
              </Item>
              <Item id="down" off={!down}>
                <Trans>一つ下へ</Trans>
              </Item>
            </>
          )}
          {!isOpen && (
            <Item id="reopen">
              <Trans>廃止を取り消す</Trans>
            </Item>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ id, off = false, children }: { id: string; off?: boolean; children: React.ReactNode }) {
  return (
    <MenuItem
      id={id}
      isDisabled={off}
      className="flex min-h-11 cursor-pointer items-center rounded-6 px-3 outline-none data-disabled:text-soft data-focused:bg-hovered"
    >
      {children}
    </MenuItem>
  );
}
