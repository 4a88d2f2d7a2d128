/** ITリーダー and what they ask for: two sections of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { LeadersScreen } from "@/people/accounts/leaders/LeadersScreen";
import { RequestsScreen } from "@/people/accounts/requests/RequestsScreen";
import { LeaderRoom } from "@/talk/leader_rooms/LeaderRoom";

export function RequestsRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`アカウントの依頼`} />
      <RequestsScreen me={me} />
    </>
  );
}

export function LeadersRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`ITリーダー`} />
      <LeadersScreen me={me} room={<LeaderRoom contact={me.contact} />} />
    </>
  );
}
