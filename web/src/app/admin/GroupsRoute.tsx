/** アカウント管理グループ, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { GroupsScreen } from "@/people/accounts/managing/groups/GroupsScreen";
import { GroupNetworks } from "@/people/sessions/GroupNetworks";
import { GroupPassword } from "@/people/sessions/GroupPassword";

export function GroupsRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`アカウント管理グループ`} />
      <GroupsScreen
        contact={me.contact}
        maySayRights={me.capabilities.includes("accounts.appoint")}
        passwords={
          me.capabilities.includes("orgs.settings")
            ? (group, onClose) => <GroupPassword group={group} contact={me.contact} onClose={onClose} />
            : null
        }
        networks={
          me.capabilities.includes("orgs.settings")
            ? (group, onClose) => <GroupNetworks group={group} contact={me.contact} onClose={onClose} />
            : null
        }
      />
    </>
  );
}
