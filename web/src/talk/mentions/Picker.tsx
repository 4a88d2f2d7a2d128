/** The list behind an ＠: people, units and everybody, by what was typed so far. The focus stays where one writes. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";

import { AsTyped } from "@/ui/AsTyped";
import { Icon, type IconName } from "@/ui/Icon";

import type { Nameable } from "./nameable";

interface Props {
  id: string;
  found: readonly Nameable[];
  active: number;
  onTake: (named: Nameable) => void;
  onActive: (at: number) => void;
}

export function Picker({ id, found, active, onTake, onActive }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is active is in sight.
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active, found]);
  return (
    <div className="absolute inset-x-0 bottom-full z-10 mb-1 max-w-[32rem] rounded-12 border border-edge bg-surface text-ink shadow-raised">
      <p role="status" className="border-b border-line px-3.5 py-1.5 text-small text-soft">
        <Trans>宛先を選ぶ（{found.length}件）</Trans>
        <span className="ml-3 hidden fine:inline">
          <Trans>↑ ↓ で選び、Enter で決めます</Trans>
        </span>
      </p>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={t`宛先の候補`}
        className="max-h-[min(18rem,40vh)] overflow-y-auto py-1"
      >
        {found.map((named, at) => (
          <Choice
            key={`${named.of} ${named.id}`}
            id={`${id}-${at}`}
            named={named}
            isActive={at === active}
            onTake={() => onTake(named)}
            onActive={() => onActive(at)}
          />
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps {
  id: string;
  named: Nameable;
  isActive: boolean;
  onTake: () => void;
  onActive: () => void;
}

const icons: Record<Nameable["of"], IconName> = { account: "people", department: "hall", everyone: "talk" };

function Choice({ id, named, isActive, onTake, onActive }: ChoiceProps) {
  const { of, label, beside, kana, count } = named;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken where one writes, which keeps the focus.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => isActive || onActive()}
      onClick={onTake}
      className={`flex min-h-11 cursor-pointer items-center gap-3 border-l-4 px-3 py-1 ${isActive ? "border-accent bg-accent-soft" : "border-surface forced-colors:border-[Canvas]"}`}
    >
      <Icon name={icons[of]} size={20} />
      <span className="grid min-w-0 grow">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-bold font-name">
            <AsTyped>{label}</AsTyped>
          </span>
          {of === "account" && <span className="text-small text-soft">{kana}</span>}
        </span>
        {beside && <span className="text-small text-soft">{beside}</span>}
      </span>
      {of !== "account" && (
        <span className="figures shrink-0 text-small text-soft">
          <Trans>{count}人</Trans>
        </span>
      )}
    </div>
  );
}
