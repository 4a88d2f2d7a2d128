/** The table of who has a slip out, until when, and who has never signed in. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Waiting as Row } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";
import { WideTable } from "@/ui/WideTable";
import type { Column } from "@/ui/wide/columns";
import type { Selection } from "@/ui/wide/selection";

import { useStageWords } from "./Stages";
import type { useWaiting } from "./slips";

interface Props {
  list: ReturnType<typeof useWaiting>;
  total: number;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  contact: string;
}

export function WaitingTable({ list, total, selection, onSelect, contact }: Props) {
  const { t } = useLingui();
  const columns = useColumns();
  const rows = list.data?.pages.flatMap((page) => page.people) ?? [];
  const instead = list.isPending ? (
    <Waiting says={t`職員を読み込んでいます`} />
  ) : list.isError ? (
    <NotRead
      title={<Trans>職員を読み込めませんでした。</Trans>}
      contact={contact}
      onAgain={() => list.refetch()}
    />
  ) : rows.length === 0 ? (
    <Notice icon="people" title={<Trans>当てはまる職員はいません。</Trans>}>
      <Trans>漢字・かなを変えるか、しぼり込みを外してください。</Trans>
    </Notice>
  ) : null;
  return (
    <WideTable
      label={t`はじめてのパスワードの状態`}
      kept="slips"
      columns={columns}
      rows={rows}
      id={(row) => row.account_id}
      name={(row) => row.name}
      total={total}
      unit={t`人`}
      selection={selection}
      onSelect={onSelect}
      onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
      instead={instead}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  const words = useStageWords();
  const { listTime } = useDates();
  const now = useNow();
  const until = (row: Row) => (row.until ? listTime(row.until, now) : t`—`);
  return [
    {
      key: "name",
      head: t`氏名`,
      text: (row) => row.name,
      width: 14,
      cell: (row) => (
        <span lang="ja" className="font-name">
          <b>
            <AsTyped>{row.name}</AsTyped>
          </b>
          <span className="block text-soft">{row.kana}</span>
        </span>
      ),
    },
    { key: "login", head: t`職員番号`, text: (row) => row.login_id, width: 8 },
    { key: "department", head: t`所属`, text: (row) => row.department, width: 22 },
    {
      key: "stage",
      head: t`状態`,
      text: (row) => words[row.stage],
      width: 10,
      cell: (row) => (
        <Chip look={row.stage === "signed_in" ? "safe" : row.stage === "expired" ? "guest" : "plain"}>
          {words[row.stage]}
        </Chip>
      ),
    },
    { key: "until", head: t`用紙の期限`, text: until, width: 10 },
  ];
}
