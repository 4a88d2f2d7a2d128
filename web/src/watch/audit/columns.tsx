/** The columns of the audit log. */
import { useLingui } from "@lingui/react/macro";

import type { AuditEntry } from "@/generated/wire";
import { dayInJapan, two, wallClock } from "@/kit/days";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import type { Column } from "@/ui/wide/columns";

import { zones } from "./words";

/** R8.11.24 14:05:09, in the years that this person reads. */
export function useTimes(): (at: string) => string {
  const { denseDay } = useDates();
  return (at) => {
    const { hour, minute, second } = wallClock(at);
    return `${denseDay(dayInJapan(at))} ${hour}:${two(minute)}:${two(second)}`;
  };
}

export function useColumns(): Column<AuditEntry>[] {
  const { t, i18n } = useLingui();
  const time = useTimes();
  const zone = (row: AuditEntry) => (row.zone ? i18n._(zones[row.zone]) : "");
  const times = ({ times }: AuditEntry) => (times > 1 ? t`${times.toLocaleString("ja-JP")}回` : "");
  return [
    { key: "at", head: t`日時`, text: ({ at }) => time(at), width: 11 },
    { key: "says", head: t`行い`, text: ({ says }) => says, width: 15 },
    {
      key: "outcome",
      head: t`結果`,
      text: (row) => (row.outcome === "refused" ? t`断られた` : t`行った`) + times(row),
      cell: (row) => <Outcome row={row} times={times(row)} />,
      width: 10,
    },
    { key: "person", head: t`した人`, text: personOf(t`ログイン前の人`, t`サーバー`), width: 9 },
    { key: "about", head: t`対象`, text: ({ about }) => about, width: 12 },
    { key: "zone", head: t`網`, text: zone, width: 8.5 },
    { key: "address", head: t`アドレス`, text: ({ address }) => address ?? "", width: 9 },
    {
      key: "number",
      head: t`番号`,
      text: ({ number }) => number.toLocaleString("ja-JP"),
      width: 6,
      figures: true,
    },
    { key: "request", head: t`受付番号`, text: ({ request_id }) => request_id ?? "", width: 18, aside: true },
    { key: "kind", head: t`記録の種類`, text: ({ kind }) => kind, width: 12, aside: true },
  ];
}

/** Nobody's name stands where nobody was signed in, or where the server did it: by the clock, or by a command of its operator. */
export function personOf(outside: string, itself: string) {
  return ({ account_name, address }: AuditEntry) => account_name || (address ? outside : itself);
}

function Outcome({ row, times }: { row: AuditEntry; times: string }) {
  const { t } = useLingui();
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Chip look={row.outcome === "refused" ? "guest" : "plain"}>
        {row.outcome === "refused" ? t`断られた` : t`行った`}
      </Chip>
      {times}
    </span>
  );
}
