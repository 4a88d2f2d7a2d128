/** What of the people the table shows: words, unit and below, 任用形態, state, role, group; and in which order. */
import { useLingui } from "@lingui/react/macro";

import type { AccountGroup, ArrangedUnit } from "@/generated/wire";
import { unitOptions } from "@/people/orgs/tree";
import { SearchBox } from "@/ui/SearchBox";
import { Select } from "@/ui/Select";

import type { Filter, Order } from "./people";
import { choices, employments, roles } from "./words";

interface Props {
  filter: Filter;
  order: Order;
  units: readonly ArrangedUnit[];
  groups: readonly AccountGroup[];
  onFilter: (filter: Filter) => void;
  onOrder: (order: Order) => void;
}

export function Filters({ filter, order, units, groups, onFilter, onOrder }: Props) {
  const { t, i18n } = useLingui();
  const say = i18n._.bind(i18n);
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  const named = groups.map((group) => ({ value: group.group_id, says: group.name }));
  return (
    <search aria-label={t`職員をしぼり込む`} className="grid grid-cols-1 gap-2">
      <SearchBox
        label={t`氏名・ふりがな・職員番号・所属・内線で探す`}
        value={filter.q}
        onChange={(q) => set({ q })}
      />
      <div className="grid grid-cols-2 gap-2 mid:flex mid:flex-wrap">
        <Select
          small
          label={t`所属`}
          value={filter.unit}
          options={[{ value: "", says: t`すべての所属` }, ...unitOptions(units)]}
          onChange={(unit) => set({ unit })}
        />
        <Select
          small
          label={t`任用形態`}
          value={filter.employment}
          options={choices(employments, say, t`すべての任用形態`)}
          onChange={(employment) => set({ employment: employment as Filter["employment"] })}
        />
        <Select
          small
          label={t`利用`}
          value={filter.state}
          options={[
            { value: "there", says: t`利用中と停止中` },
            { value: "active", says: t`利用中` },
            { value: "suspended", says: t`停止中` },
            { value: "removed", says: t`利用終了` },
          ]}
          onChange={(state) => set({ state: state as Filter["state"] })}
        />
        <Select
          small
          label={t`役割`}
          value={filter.role}
          options={choices(roles, say, t`すべての役割`)}
          onChange={(role) => set({ role: role as Filter["role"] })}
        />
        {groups.length > 0 && (
          <Select
            small
            label={t`グループ`}
            value={filter.group}
            options={[{ value: "", says: t`すべてのグループ` }, ...named]}
            onChange={(group) => set({ group })}
          />
        )}
        <Select
          small
          label={t`並び順`}
          value={order}
          options={[
            { value: "kana", says: t`五十音順` },
            { value: "units", says: t`建制順` },
          ]}
          onChange={(next) => onOrder(next === "units" ? "units" : "kana")}
        />
      </div>
    </search>
  );
}
