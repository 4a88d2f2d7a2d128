/** ITリーダー, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { LeadersScreen } from "@/people/accounts/leaders/LeadersScreen";

export function LeadersRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`ITリーダー`} />
      <LeadersScreen me={me} />
    </>
  );
}
