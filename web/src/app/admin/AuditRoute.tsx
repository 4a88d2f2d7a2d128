/** 監査の記録 and its term, the sections of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { AuditScreen } from "@/watch/audit/AuditScreen";
import { AuditTerm } from "@/watch/audit/AuditTerm";

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
