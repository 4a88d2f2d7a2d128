/** 所属アカウント, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { DepartmentAccountsScreen } from "@/people/accounts/department_accounts/DepartmentAccountsScreen";

export function DepartmentAccountsRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`所属アカウント`} />
      <DepartmentAccountsScreen me={me} />
    </>
  );
}
