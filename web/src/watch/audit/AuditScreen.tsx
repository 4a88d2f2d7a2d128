/** 監査の記録: who did what, when and from where, and what was refused; each row opened by a press, all taken out with a reason. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useState } from "react";

import type { AuditEntry } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";
import { WideTable } from "@/ui/WideTable";

import { type Filter, lately, type Said, said, useAuditState, useEntries } from "./audit";
import { CheckState } from "./CheckState";
import { useColumns } from "./columns";
import { EntryDialog } from "./EntryDialog";
import { Filters } from "./Filters";
import { PacksDialog } from "./packs/PacksDialog";
import { TakeOutDialog } from "./TakeOutDialog";

export function AuditScreen({ contact }: { contact: string }) {
  const [filter, setFilter] = useState<Filter>(lately);
  const [open, setOpen] = useState<number | "file" | "packs" | null>(null);
  const wanted = said(useDeferredValue(filter), dayInJapan(useNow()));
  const close = () => setOpen(null);
  return (
    <main className="flex min-h-0 grow flex-col gap-3 overflow-y-auto px-4 py-4 mid:px-7 mid:py-5">
      <Head onFile={() => setOpen("file")} onPacks={() => setOpen("packs")} />
      <CheckState contact={contact} />
      <Filters filter={filter} onFilter={setFilter} />
      <Entries contact={contact} wanted={wanted} onOpen={setOpen} />
      {open === "file" && <TakeOutDialog contact={contact} wanted={wanted} onClose={close} />}
      {open === "packs" && <PacksDialog contact={contact} onClose={close} />}
      {typeof open === "number" && <EntryDialog number={open} contact={contact} onClose={close} />}
    </main>
  );
}

function Head({ onFile, onPacks }: { onFile: () => void; onPacks: () => void }) {
  const mayExport = useAuditState().data?.may_export ?? false;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="mr-auto text-[1.5rem] leading-150 font-bold">
        <Trans>監査の記録</Trans>
      </h2>
      {mayExport && (
        <Button icon="folder" onPress={onPacks}>
          <Trans>監査パック</Trans>
        </Button>
      )}
      {mayExport && (
        <Button icon="down" onPress={onFile}>
          <Trans>書き出す</Trans>
        </Button>
      )}
    </div>
  );
}

interface EntriesProps {
  contact: string;
  wanted: Said;
  onOpen: (number: number) => void;
}

const mostCounted = 10_000;

function Entries({ contact, wanted, onOpen }: EntriesProps) {
  const { t } = useLingui();
  const found = useEntries(wanted);
  const rows = found.data?.pages.flatMap((page) => page.entries) ?? [];
  const total = found.data?.pages[0]?.total ?? rows.length;
  const more = () => {
    if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
  };
  return (
    <WideTable<AuditEntry>
      label={t`監査の記録の表`}
      kept="audit"
      columns={useColumns()}
      rows={rows}
      id={({ number }) => String(number)}
      name={({ number, says }) => t`${number.toLocaleString("ja-JP")}件目 ${says}`}
      total={Math.min(total, mostCounted)}
      unit={total > mostCounted ? t`件以上` : t`件`}
      isWrong={({ outcome }) => outcome === "refused"}
      onOpen={({ number }) => onOpen(number)}
      onEnd={more}
      instead={insteadOf(found, rows.length, contact, t`監査の記録を読み込んでいます`)}
      tools={
        <Button small look="quiet" icon="refresh" onPress={() => void found.refetch()}>
          <Trans>新しい記録を読む</Trans>
        </Button>
      }
    />
  );
}

function insteadOf(found: ReturnType<typeof useEntries>, count: number, contact: string, waiting: string) {
  if (found.isPending) return <Waiting says={waiting} />;
  if (found.isError && count === 0) {
    return (
      <NotRead
        title={<Trans>監査の記録を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => found.refetch()}
      />
    );
  }
  if (count > 0) return undefined;
  return (
    <Notice icon="search" title={<Trans>当てはまる記録はありません。</Trans>}>
      <Trans>期間を広げるか、しぼり込みをゆるめてください。</Trans>
    </Notice>
  );
}
