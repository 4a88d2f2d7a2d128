/** The third step: what would change, what is wrong, and the yes. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { RosterDifference } from "@/generated/wire";
import { Icon } from "@/ui/Icon";
import { Waiting } from "@/ui/Waiting";

import { Figures } from "./Figures";
import { LineTable } from "./LineTable";
import { NoImport } from "./RosterPage";
import { differenceQuery } from "./roster";
import { TakeOver } from "./TakeOver";
import { WorthALook } from "./WorthALook";

interface Props {
  draftId: string;
  isOfUnits: boolean;
  contact: string;
}

export function Difference({ draftId, isOfUnits, contact }: Props) {
  const { t } = useLingui();
  const found = useInfiniteQuery(differenceQuery(draftId, null));
  const first = found.data?.pages[0];
  if (found.isPending) return <Waiting says={t`変わるところを読み込んでいます`} />;
  if (!first) return <NoImport error={found.error} contact={contact} onAgain={() => found.refetch()} />;
  return (
    <>
      <Figures counts={first.counts} isOfUnits={isOfUnits} />
      <Wrong found={first} />
      <WorthALook found={first} />
      <LineTable draftId={draftId} counts={first.counts} isOfUnits={isOfUnits} contact={contact} />
      <p className="text-small">
        <Link
          to="/admin/roster/$draftId"
          params={{ draftId }}
          className="inline-flex min-h-11 items-center text-accent"
        >
          <Trans>列の合わせ方を直す</Trans>
        </Link>
      </p>
      <TakeOver draftId={draftId} counts={first.counts} isOfUnits={isOfUnits} contact={contact} />
    </>
  );
}

/** What stands in the way, named by row and column, and what was not done. */
function Wrong({ found }: { found: RosterDifference }): ReactNode {
  const count = found.counts.error;
  if (count === 0) return null;
  const places = found.first_errors
    .flatMap((line) => line.wrong)
    .slice(0, 3)
    .map((cell) => `${cell.row.toLocaleString("ja-JP")}行目「${cell.column}」`);
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-8 border border-danger border-l-8 bg-surface px-4 py-3"
    >
      <span className="shrink-0 text-danger">
        <Icon name="alert" size={24} />
      </span>
      <div className="min-w-0">
        <p className="font-bold text-danger">
          <Trans>{count.toLocaleString("ja-JP")}行にエラーがあるため、まだ取り込めません。</Trans>
        </p>
        <p lang="ja" className="wrap-anywhere">
          {count > 3 ? (
            <Trans>
              {places.join("、")}
              などを直して、もう一度選んでください。ここまでの内容は何も変更されていません。
            </Trans>
          ) : (
            <Trans>
              {places.join("と ")}を直して、もう一度選んでください。ここまでの内容は何も変更されていません。
            </Trans>
          )}
        </p>
      </div>
    </div>
  );
}
