/** 職員名簿の取込み at its addresses: the beginning, a draft with its two steps, an import. */
import { useLingui } from "@lingui/react/macro";
import { useParams } from "@tanstack/react-router";
import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { DraftPage } from "@/people/accounts/roster/DraftPage";
import { ImportDone } from "@/people/accounts/roster/ImportDone";
import { RosterHome } from "@/people/accounts/roster/RosterHome";

export function RosterRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`職員名簿の取込み`} />
      <RosterHome contact={me.contact} />
    </>
  );
}

export function RosterColumns() {
  return <Draft at={2} />;
}

export function RosterDifference() {
  return <Draft at={3} />;
}

function Draft({ at }: { at: 2 | 3 }) {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  const { draftId } = useParams({ strict: false });
  return (
    <>
      <TabTitle says={t`職員名簿の取込み`} />
      {draftId && <DraftPage key={draftId} draftId={draftId} at={at} contact={me.contact} />}
    </>
  );
}

export function RosterImported() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  const { importId } = useParams({ strict: false });
  return (
    <>
      <TabTitle says={t`職員名簿の取込み`} />
      {importId && <ImportDone key={importId} importId={importId} contact={me.contact} />}
    </>
  );
}
