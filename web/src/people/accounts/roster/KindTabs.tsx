/** Which rows of a difference are shown: all of them, or those of one kind. */
import { useLingui } from "@lingui/react/macro";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import type { RosterCounts, RosterKind } from "@/generated/wire";

import { kinds } from "./words";

interface Props {
  counts: RosterCounts;
  isOfUnits: boolean;
  shown: RosterKind | null;
  onShow: (kind: RosterKind | null) => void;
}

const order: readonly RosterKind[] = ["error", "moved", "new", "changed", "unchanged", "missing"];

export function KindTabs({ counts, isOfUnits, shown, onShow }: Props) {
  const { t, i18n } = useLingui();
  const offered = order.filter((kind) => !(isOfUnits && kind === "moved"));
  return (
    <ToggleButtonGroup
      aria-label={t`表示する行`}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown ?? "all"]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onShow(offered.find((kind) => kind === key) ?? null);
      }}
      className="flex flex-wrap gap-x-1"
    >
      <Tab id="all">{t`すべて`}</Tab>
      {offered.map((kind) => (
        <Tab key={kind} id={kind}>
          {i18n._(kinds[kind])} {counts[kind].toLocaleString("ja-JP")}
        </Tab>
      ))}
    </ToggleButtonGroup>
  );
}

function Tab({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <ToggleButton
      id={id}
      className="figures min-h-9 border-b-3 border-transparent px-2 text-small text-firm hover:underline coarse:min-h-11 data-selected:border-accent data-selected:font-bold data-selected:text-accent-firm forced-colors:border-[color:Canvas] forced-colors:data-selected:border-[color:Highlight]"
    >
      {children}
    </ToggleButton>
  );
}
