/** What was imported: who, when, which file, how many. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { RosterImport } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";

import { importsQuery } from "./roster";

export function PastImports({ contact }: { contact: string }) {
  const { t } = useLingui();
  const imports = useInfiniteQuery(importsQuery);
  const rows = imports.data?.pages.flatMap((page) => page.imports) ?? [];
  return (
    <section className="grid gap-2">
      <h2 className="text-lead font-bold">
        <Trans>これまでの取込み</Trans>
      </h2>
      {imports.isPending && <Waiting says={t`これまでの取込みを読み込んでいます`} />}
      {imports.isError && (
        <NotRead
          title={<Trans>これまでの取込みを読み込めませんでした。</Trans>}
          contact={contact}
          onAgain={() => imports.refetch()}
        />
      )}
      {imports.isSuccess && rows.length === 0 && (
        <p className="text-soft">
          <Trans>まだ取り込んでいません。取り込むと、ここに残ります。</Trans>
        </p>
      )}
      <ul className="grid gap-2">
        {rows.map((row) => (
          <Row key={row.import_id} row={row} />
        ))}
      </ul>
      {imports.hasNextPage && (
        <div>
          <Button small isDisabled={imports.isFetchingNextPage} onPress={() => imports.fetchNextPage()}>
            <Trans>もっと見る</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function Row({ row }: { row: RosterImport }) {
  const { listTime } = useDates();
  const now = useNow();
  return (
    <li>
      <Link
        to="/admin/roster/imports/$importId"
        params={{ importId: row.import_id }}
        className="grid min-h-11 gap-x-4 gap-y-1 rounded-8 border border-line px-4 py-2 text-ink no-underline hover:bg-hovered mid:grid-cols-[minmax(0,1fr)_auto]"
      >
        <span className="flex flex-wrap items-center gap-2 font-bold text-accent wrap-anywhere">
          {row.file_name}
          {row.undone_at && (
            <Chip>
              <Trans>元に戻しました</Trans>
            </Chip>
          )}
        </span>
        <span className="figures text-small text-soft">
          {listTime(row.at, now)}　<span className="font-name">{row.by_name || <Trans>コマンド</Trans>}</span>
        </span>
        <span className="figures text-small text-soft mid:col-span-2">
          <Tally counts={row.counts} isOfUnits={row.subject === "units"} />
        </span>
      </Link>
    </li>
  );
}

/** 新規 41人、変更 126人、異動 312人 */
export function Tally({ counts, isOfUnits }: { counts: Record<string, number>; isOfUnits: boolean }) {
  const n = (key: string) => (counts[key] ?? 0).toLocaleString("ja-JP");
  if (isOfUnits)
    return (
      <Trans>
        新規 {n("new")}、変更 {n("changed")}、変更なし {n("unchanged")}
      </Trans>
    );
  return (
    <>
      <Trans>
        新規 {n("new")}人、変更 {n("changed")}人、異動 {n("moved")}人、変更なし {n("unchanged")}人
      </Trans>
      {(counts.stopped ?? 0) > 0 && <Trans>、利用を止めた人 {n("stopped")}人</Trans>}
    </>
  );
}
