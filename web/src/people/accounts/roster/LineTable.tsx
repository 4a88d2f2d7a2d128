/** The rows of a difference: errors first, or those of one kind, with what changes in words. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";

import type { RosterCounts, RosterKind, RosterLine } from "@/generated/wire";
import { save } from "@/platform/files";
import { Button } from "@/ui/Button";
import { Waiting } from "@/ui/Waiting";
import { WideTable } from "@/ui/WideTable";

import { KindTabs } from "./KindTabs";
import { useLineColumns } from "./lineColumns";
import { NoImport, Trouble } from "./RosterPage";
import { differenceQuery } from "./roster";

interface Props {
  draftId: string;
  counts: RosterCounts;
  isOfUnits: boolean;
  contact: string;
}

export function LineTable({ draftId, counts, isOfUnits, contact }: Props) {
  const { t } = useLingui();
  const [kind, show] = useState<RosterKind | null>(null);
  const { lines, instead, more } = useLines(draftId, kind, contact);
  return (
    <section className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <KindTabs counts={counts} isOfUnits={isOfUnits} shown={kind} onShow={show} />
        <SaveDifference draftId={draftId} contact={contact} />
      </div>
      <div className="flex h-[26rem] flex-col mid:h-[30rem]">
        <WideTable<RosterLine>
          label={t`変わることの一覧`}
          kept={isOfUnits ? "roster-units" : "roster-lines"}
          columns={useLineColumns(contact, isOfUnits, lines)}
          rows={lines}
          id={(line) => `${line.row ?? "—"} ${line.number} ${line.department}`}
          name={(line) => line.name}
          total={kind === null ? counts.rows + counts.missing : counts[kind]}
          unit={isOfUnits ? t`件` : t`行`}
          isWrong={(line) => line.kind === "error"}
          onEnd={more}
          instead={instead}
        />
      </div>
    </section>
  );
}

/** The lines that are here, the way to more, and what stands there when there are none. */
function useLines(draftId: string, kind: RosterKind | null, contact: string) {
  const { t } = useLingui();
  const found = useInfiniteQuery(differenceQuery(draftId, kind));
  const lines = found.data?.pages.flatMap((page) => page.lines) ?? [];
  const more = () => {
    if (found.hasNextPage && !found.isFetchingNextPage) found.fetchNextPage();
  };
  if (found.isPending) return { lines, more, instead: <Waiting says={t`行を読み込んでいます`} /> };
  if (lines.length > 0) return { lines, more, instead: undefined };
  const instead = found.isError ? (
    <NoImport error={found.error} contact={contact} onAgain={() => found.refetch()} />
  ) : (
    <p className="px-6 py-10 text-center text-soft">
      <Trans>この区分の行はありません。</Trans>
    </p>
  );
  return { lines, more, instead };
}

function SaveDifference({ draftId, contact }: { draftId: string; contact: string }) {
  const [error, setError] = useState<unknown>(null);
  const keep = async () => {
    setError(null);
    try {
      await save(`/api/roster/drafts/${draftId}/difference.csv`);
    } catch (why) {
      setError(why);
    }
  };
  return (
    <div className="grid gap-2">
      <Button small onPress={keep}>
        <Trans>差分をCSVで保存</Trans>
      </Button>
      <Trouble error={error} contact={contact} />
    </div>
  );
}
