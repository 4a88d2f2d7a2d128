/** 職員, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { PeopleScreen } from "@/people/accounts/managing/PeopleScreen";

export function PeopleRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`職員`} />
      <PeopleScreen me={me} />
    </>
  );
}
