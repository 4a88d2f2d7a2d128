/** One draft, at its own address: its columns, or what it would change. It is there again after a reload. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";

import type { RosterDraft } from "@/generated/wire";
import { Waiting } from "@/ui/Waiting";

import { Columns } from "./Columns";
import { Difference } from "./Difference";
import { NoImport, RosterPage } from "./RosterPage";
import { draftQuery } from "./roster";

interface Props {
  draftId: string;
  at: 2 | 3;
  contact: string;
}

export function DraftPage({ draftId, at, contact }: Props) {
  const { t } = useLingui();
  const { data, isPending, error, refetch } = useQuery(draftQuery(draftId));
  const isOfUnits = data?.subject === "units";
  if (data?.import_id)
    return <Navigate to="/admin/roster/imports/$importId" params={{ importId: data.import_id }} replace />;
  return (
    <RosterPage
      at={at}
      subject={isOfUnits ? "units" : "people"}
      about={data && <About draft={data} />}
      fills={at === 3}
    >
      {isPending && <Waiting says={t`ファイルの中身を読み込んでいます`} />}
      {!data && error && <NoImport error={error} contact={contact} onAgain={() => refetch()} />}
      {data && <Step draft={data} at={at} contact={contact} />}
    </RosterPage>
  );
}

function Step({ draft, at, contact }: { draft: RosterDraft; at: 2 | 3; contact: string }) {
  const { draft_id: draftId } = draft;
  if (at === 2) return <Columns draft={draft} contact={contact} />;
  if (!draft.is_decided) return <Navigate to="/admin/roster/$draftId" params={{ draftId }} replace />;
  return <Difference draftId={draftId} isOfUnits={draft.subject === "units"} contact={contact} />;
}

function About({ draft }: { draft: RosterDraft }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      <span lang="ja">{draft.file_name}</span>
      <span>
        <Trans>{draft.rows.toLocaleString("ja-JP")}行</Trans>
      </span>
      <span>
        {draft.sheet ? <Trans>シート「{draft.sheet}」</Trans> : <Trans>文字コード {draft.encoding}</Trans>}
      </span>
    </span>
  );
}
