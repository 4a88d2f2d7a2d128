/** 組織, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { UnitsScreen } from "@/people/orgs/UnitsScreen";

export function UnitsRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`組織`} />
      <UnitsScreen home={me.organization_id} contact={me.contact} />
    </>
  );
}
