/** What of the audit log is shown: a period, who, what it was done to, which kind of act, with which result, from which side. */
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import { SearchBox } from "@/ui/SearchBox";
import { Select } from "@/ui/Select";

import type { Filter, Period } from "./audit";
import { PeriodFields } from "./PeriodFields";
import { groups, zones } from "./words";

interface Props {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

export function Filters({ filter, onFilter }: Props) {
  const { t, i18n } = useLingui();
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  const listed = (all: string, words: Record<string, MessageDescriptor>) => [
    { value: "", says: all },
    ...Object.entries(words).map(([value, word]) => ({ value, says: i18n._(word) })),
  ];
  return (
    <search aria-label={t`監査の記録をしぼり込む`} className="grid grid-cols-1 gap-2">
      <div className="grid grid-cols-1 gap-2 mid:grid-cols-2">
        <SearchBox
          label={t`した人の氏名で探す`}
          value={filter.person}
          onChange={(person) => set({ person })}
        />
        <SearchBox
          label={t`対象の名前・受付番号で探す`}
          value={filter.about}
          onChange={(about) => set({ about })}
        />
      </div>
      <div className="grid grid-cols-2 gap-2 mid:flex mid:flex-wrap">
        <Select
          small
          label={t`期間`}
          value={filter.period}
          options={[
            { value: "day", says: t`きょう` },
            { value: "week", says: t`この7日` },
            { value: "month", says: t`この30日` },
            { value: "all", says: t`すべての期間` },
            { value: "chosen", says: t`日付を指定` },
          ]}
          onChange={(period) => set({ period: period as Period })}
        />
        <Select
          small
          label={t`行いの種類`}
          value={filter.group}
          options={listed(t`すべての行い`, groups)}
          onChange={(group) => set({ group: group as Filter["group"] })}
        />
        <Select
          small
          label={t`結果`}
          value={filter.outcome}
          options={[
            { value: "", says: t`すべての結果` },
            { value: "done", says: t`行った` },
            { value: "refused", says: t`断られた` },
          ]}
          onChange={(outcome) => set({ outcome: outcome as Filter["outcome"] })}
        />
        <Select
          small
          label={t`網`}
          value={filter.zone}
          options={listed(t`すべての網`, zones)}
          onChange={(zone) => set({ zone: zone as Filter["zone"] })}
        />
      </div>
      {filter.period === "chosen" && <PeriodFields onPeriod={set} />}
    </search>
  );
}
