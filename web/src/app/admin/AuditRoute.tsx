/** 監査の記録 and its term, ルームの閲覧 and its rules, the sections of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { AuditScreen } from "@/watch/audit/AuditScreen";
import { AuditTerm } from "@/watch/audit/AuditTerm";
import { InspectionRules } from "@/watch/audit/inspections/InspectionRules";
import { InspectionsScreen } from "@/watch/audit/inspections/InspectionsScreen";

export function AuditRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`監査の記録`} />
      <AuditScreen contact={me.contact} />
    </>
  );
}

export function AuditTermRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`監査の記録の保存期間`} />
      <AuditTerm contact={me.contact} />
    </>
  );
}

export function Inspections() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`ルームの閲覧`} />
      <InspectionsScreen contact={me.contact} />
    </>
  );
}

export function Rules() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`ルームの閲覧の決まり`} />
      <InspectionRules contact={me.contact} />
    </>
  );
}
