/** 職員, the section of 管理. */
import { useLingui } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { PeopleScreen } from "@/people/accounts/managing/PeopleScreen";
import { PersonSecurity } from "@/people/sessions/PersonSecurity";
import { TakeOffFace } from "@/talk/faces/TakeOffFace";

export function PeopleRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  const { peopleOf } = useLocation().state;
  return (
    <>
      <TabTitle says={t`職員`} />
      <PeopleScreen
        key={peopleOf}
        me={me}
        group={peopleOf}
        face={(accountId) => <TakeOffFace accountId={accountId} contact={me.contact} />}
        logins={
          me.capabilities.includes("sessions.oversee")
            ? (accountId) => <PersonSecurity accountId={accountId} contact={me.contact} />
            : null
        }
      />
    </>
  );
}
