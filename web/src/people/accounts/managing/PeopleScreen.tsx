/** 職員: everybody of the body in one table, each opened by a press, many changed at once. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useState } from "react";

import type { AccountId, AccountRow, ArrangedUnit, Me } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { useHalls, useTree } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";
import { WideTable } from "@/ui/WideTable";
import { howMany, nothingChosen, type Selection } from "@/ui/wide/selection";

import { AddPerson } from "./AddPerson";
import { BulkDialog } from "./BulkDialog";
import { ExportButtons } from "./ExportButtons";
import { Filters } from "./Filters";
import { PersonDialog } from "./PersonDialog";
import { everybody, type Filter, type Order, said, useGroups, useTable } from "./people";
import { useColumns } from "./peopleColumns";
import { Seats } from "./Seats";

const noUnits: ArrangedUnit[] = [];

interface Props {
  me: Me;
  logins: ((accountId: AccountId) => ReactNode) | null;
  /** Somebody's picture, and what may be done about it. */
  face: (accountId: AccountId) => ReactNode;
  /** The group whose people are shown at first; none: everybody. */
  group?: string | undefined;
}

export function PeopleScreen({ me, logins, face, group = "" }: Props) {
  const [filter, setFilter] = useState<Filter>({ ...everybody, group });
  const [order, setOrder] = useState<Order>("kana");
  const [selection, select] = useState<Selection>(nothingChosen);
  const [open, setOpen] = useState<AccountId | "new" | "many" | null>(null);
  const halls = useHalls().data ?? [];
  const units = useTree(me.organization_id ?? halls[0]?.organization_id ?? null).data ?? noUnits;
  const groups = useGroups().data ?? [];
  const narrow = (next: Filter) => {
    setFilter(next);
    select(nothingChosen);
  };
  const shared = { me, units, halls, groups, onClose: () => setOpen(null) };
  return (
    <main className="flex min-h-0 grow flex-col gap-3 overflow-y-auto px-4 py-4 mid:px-7 mid:py-5">
      <Head contact={me.contact} filter={filter} onAdd={() => setOpen("new")} />
      <Seats />
      <Filters
        filter={filter}
        order={order}
        units={units}
        groups={groups}
        onFilter={narrow}
        onOrder={setOrder}
      />
      <People
        contact={me.contact}
        filter={filter}
        order={order}
        groups={groups}
        selection={selection}
        onSelect={select}
        onOrder={setOrder}
        onOpen={setOpen}
      />
      {open === "new" && <AddPerson {...shared} />}
      {open === "many" && (
        <BulkDialog
          {...shared}
          ids={selection.all ? null : [...selection.ids]}
          filter={filter}
          onDone={() => select(nothingChosen)}
        />
      )}
      {open !== null && open !== "new" && open !== "many" && (
        <PersonDialog key={open} {...shared} accountId={open} logins={logins} face={face} />
      )}
    </main>
  );
}

interface HeadProps {
  contact: string;
  filter: Filter;
  onAdd: () => void;
}

function Head({ contact, filter, onAdd }: HeadProps) {
  return (
    <div className="grid grid-cols-2 items-center gap-2 mid:flex mid:flex-wrap">
      <h2 className="col-span-2 mr-auto text-[1.5rem] leading-150 font-bold">
        <Trans>職員</Trans>
      </h2>
      <ExportButtons contact={contact} query={said(filter)} />
      <span className="col-span-2 grid">
        <Button look="first" icon="plus" onPress={onAdd}>
          <Trans>職員を加える</Trans>
        </Button>
      </span>
    </div>
  );
}

interface PeopleProps {
  contact: string;
  filter: Filter;
  order: Order;
  groups: ReturnType<typeof useGroups>["data"] & object;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onOrder: (order: Order) => void;
  onOpen: (what: AccountId | "many") => void;
}

function People({ contact, filter, order, groups, selection, onSelect, onOrder, onOpen }: PeopleProps) {
  const { t } = useLingui();
  const found = useTable(useDeferredValue(filter), order);
  const rows = found.data?.pages.flatMap((page) => page.people) ?? [];
  const total = found.data?.pages[0]?.total ?? rows.length;
  const chosen = howMany(selection, total);
  const more = () => {
    if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
  };
  return (
    <WideTable<AccountRow>
      label={t`職員の表`}
      kept="people"
      columns={useColumns(groups)}
      rows={rows}
      id={({ row }) => row.account_id}
      name={({ row }) => fullName(row)}
      total={total}
      unit={t`人`}
      sort={{ key: order, down: false }}
      onSort={({ key }) => onOrder(key === "units" ? "units" : "kana")}
      selection={selection}
      onSelect={onSelect}
      onOpen={({ row }) => onOpen(row.account_id)}
      onEnd={more}
      instead={insteadOf(found, rows.length, contact, t`職員を読み込んでいます`)}
      tools={
        chosen > 0 && (
          <>
            {!selection.all && <ToSlips ids={[...selection.ids]} />}
            <Button small look="first" onPress={() => onOpen("many")}>
              <Trans>選んだ{chosen.toLocaleString("ja-JP")}人をまとめて変える</Trans>
            </Button>
          </>
        )
      }
    />
  );
}

/** First passwords for those who are chosen. The screen there asks before anything is done. */
function ToSlips({ ids }: { ids: string[] }) {
  return (
    <Link
      to="/admin/slips"
      state={{ slipsFor: { kind: "people", ids } }}
      className="inline-flex min-h-9 items-center px-2 text-small font-bold text-accent coarse:min-h-11"
    >
      <Trans>パスワードの用紙を出す</Trans>
    </Link>
  );
}

function insteadOf(found: ReturnType<typeof useTable>, count: number, contact: string, waiting: string) {
  if (found.isPending) return <Waiting says={waiting} />;
  if (found.isError && count === 0) {
    return (
      <NotRead
        title={<Trans>職員を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => found.refetch()}
      />
    );
  }
  if (count > 0) return undefined;
  return (
    <Notice icon="people" title={<Trans>当てはまる職員はいません。</Trans>}>
      <Trans>ことばを変えるか、しぼり込みをゆるめてください。</Trans>
    </Notice>
  );
}
