/** 職員の権限, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { RightsSection } from "@/people/accounts/rights/RightsSection";

export function RightsRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`職員の権限`} />
      <RightsSection contact={me.contact} />
    </>
  );
}
