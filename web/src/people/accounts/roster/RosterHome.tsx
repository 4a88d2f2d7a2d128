/** Where an import begins: a file to choose, drafts that wait, and what was imported before. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { Choice } from "@/ui/Choice";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

import { FileChooser } from "./FileChooser";
import { PastImports } from "./PastImports";
import { RosterPage } from "./RosterPage";
import { draftsQuery, type Subject } from "./roster";

export function RosterHome({ contact }: { contact: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [subject, choose] = useState<Subject>("people");
  return (
    <RosterPage at={1} subject={subject}>
      <Choice
        label={t`何を取り込みますか`}
        value={subject}
        choices={[
          { value: "people", says: <Trans>職員の名簿</Trans> },
          { value: "units", says: <Trans>組織の表（所属コード、場所、内線など）</Trans> },
        ]}
        onChange={choose}
      />
      <FileChooser
        key={subject}
        subject={subject}
        contact={contact}
        onBrought={(draftId) => navigate({ to: "/admin/roster/$draftId", params: { draftId } })}
      />
      <WaitingDrafts />
      <PastImports contact={contact} />
    </RosterPage>
  );
}

function WaitingDrafts() {
  const { listTime } = useDates();
  const now = useNow();
  const { data } = useQuery(draftsQuery);
  if (!data?.drafts.length) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lead font-bold">
        <Trans>途中の取込み</Trans>
      </h2>
      <ul className="grid gap-2">
        {data.drafts.map((draft) => (
          <li key={draft.draft_id}>
            <Link
              to={draft.is_decided ? "/admin/roster/$draftId/difference" : "/admin/roster/$draftId"}
              params={{ draftId: draft.draft_id }}
              className="flex min-h-11 flex-wrap items-center gap-x-4 rounded-8 border border-line px-4 py-2 text-accent no-underline hover:bg-hovered hover:underline"
            >
              <span className="font-bold wrap-anywhere">{draft.file_name}</span>
              <span className="text-small text-soft">
                {draft.subject === "units" ? <Trans>組織の表</Trans> : <Trans>職員の名簿</Trans>}
              </span>
              <span className="figures ml-auto text-small text-soft">{listTime(draft.made_at, now)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
