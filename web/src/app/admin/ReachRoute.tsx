/** 声をかけられる範囲, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { ReachSection } from "@/people/accounts/ReachSection";

export function ReachRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`声をかけられる範囲`} />
      <ReachSection contact={me.contact} />
    </>
  );
}
