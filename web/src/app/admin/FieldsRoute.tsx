/** 職員の項目, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { FieldsScreen } from "@/people/accounts/profile/FieldsScreen";

export function FieldsRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`職員の項目`} />
      <FieldsScreen contact={me.contact} />
    </>
  );
}
