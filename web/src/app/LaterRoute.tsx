/** The address of what one keeps for later: beside the list of one's rooms. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";

import { LaterScreen } from "@/talk/later/LaterScreen";
import { useOpened } from "@/talk/rooms/organizations";
import { usePreferences } from "@/ui/preferences";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function LaterRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const screen = useKnownScreen();
  const { organization } = useOpened(screen, undefined);
  const { me, rooms } = screen;
  const { simple } = usePreferences();
  return (
    <>
      <TabTitle says={t`あとで見る`} />
      <LaterScreen
        me={me}
        rooms={rooms}
        organization={me.organizations.length > 1 ? organization : null}
        onBack={simple ? null : () => navigate({ to: "/rooms" })}
      />
    </>
  );
}
