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
  const { onlyIn } = useOpened(screen, undefined);
  const { me, rooms } = screen;
  const { simple } = usePreferences();
  return (
    <>
      <TabTitle says={t`あとで見る`} />
      <LaterScreen
        me={me}
        rooms={rooms}
        organization={onlyIn}
        onBack={simple ? null : () => navigate({ to: "/rooms" })}
      />
    </>
  );
}
