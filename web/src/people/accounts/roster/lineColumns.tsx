/** The columns in which the rows of a difference stand. */
import { useLingui } from "@lingui/react/macro";

import type { RosterKind, RosterLine } from "@/generated/wire";
import { useHangingByNumber, useHangingWords } from "@/people/accounts/hanging";
import { AsTyped } from "@/ui/AsTyped";
import type { Column } from "@/ui/wide/columns";

import { changesIn, kinds } from "./words";

const looks: Record<RosterKind, string> = {
  new: "bg-safe-soft text-safe border-safe-line",
  changed: "bg-accent-soft text-accent-firm border-accent",
  moved: "bg-outside-soft text-outside border-outside-line",
  unchanged: "bg-surface text-firm border-edge",
  missing: "bg-guest-soft text-guest border-guest-line",
  error: "bg-surface text-danger border-danger border-2",
};

export function useLineColumns(
  contact: string,
  isOfUnits: boolean,
  lines: readonly RosterLine[],
): Column<RosterLine>[] {
  const { t, i18n } = useLingui();
  const say = i18n._.bind(i18n);
  const hangs = useHanging(isOfUnits ? [] : lines);
  const changes = (line: RosterLine) => `${changesIn(line, say, contact)}${hangs(line)}`;
  const row: Column<RosterLine> = {
    key: "row",
    head: t`行`,
    text: (line) => line.row?.toLocaleString("ja-JP") ?? t`—`,
    width: 4.5,
    figures: true,
  };
  const kind: Column<RosterLine> = {
    key: "kind",
    head: t`区分`,
    text: (line) => say(kinds[line.kind]),
    cell: (line) => <Mark kind={line.kind} says={say(kinds[line.kind])} />,
    width: 7.5,
  };
  const what: Column<RosterLine> = {
    key: "changes",
    head: t`変わること`,
    text: changes,
    cell: (line) => (
      <span className={line.kind === "error" ? "font-bold text-danger" : "text-firm"}>
        <AsTyped>{changes(line)}</AsTyped>
      </span>
    ),
    width: 24,
  };
  const plain = (key: "number" | "department" | "job_title", head: string, width: number) => ({
    key,
    head,
    text: (line: RosterLine) => line[key],
    width,
  });
  if (isOfUnits)
    return [row, kind, plain("number", t`所属コード`, 8), plain("department", t`所属`, 18), what];
  return [
    row,
    kind,
    plain("number", t`職員番号`, 6),
    {
      key: "name",
      head: t`氏名`,
      text: (line) => line.name,
      cell: (line) => <Name line={line} />,
      width: 8.5,
    },
    plain("department", t`所属`, 11),
    plain("job_title", t`職名`, 6),
    what,
  ];
}

/** Rooms and devices of those who move or may be stopped. */
function useHanging(lines: readonly RosterLine[]): (line: RosterLine) => string {
  const says = useHangingWords();
  const concerns = (line: RosterLine) => line.kind === "moved" || line.is_stoppable;
  const found = useHangingByNumber(lines.filter(concerns).map((line) => line.number));
  return (line) => (concerns(line) ? says(found.get(line.number)) : "");
}

function Mark({ kind, says }: { kind: RosterKind; says: string }) {
  return (
    <span
      className={`inline-flex min-h-6 items-center rounded-12 border px-2 text-small leading-120 font-bold whitespace-nowrap ${looks[kind]}`}
    >
      {says}
    </span>
  );
}

function Name({ line }: { line: RosterLine }) {
  return (
    <span lang="ja" className="grid">
      <span className="font-name font-bold">
        <AsTyped>{line.name}</AsTyped>
      </span>
      <span className="text-small text-soft">{line.kana}</span>
    </span>
  );
}
