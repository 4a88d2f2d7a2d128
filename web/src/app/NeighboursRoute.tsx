/** The address of what waits between oneself and people of other bodies: beside the list of one's rooms. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";

import { Asks } from "@/talk/neighbours/Asks";
import { usePreferences } from "@/ui/preferences";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function NeighboursRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me } = useKnownScreen();
  const { simple } = usePreferences();
  return (
    <>
      <TabTitle says={t`ほかの団体の人`} />
      <Asks
        contact={me.contact}
        onBack={simple ? null : () => navigate({ to: "/rooms" })}
        onTalk={(roomId) => navigate({ to: "/rooms/$roomId", params: { roomId } })}
      />
    </>
  );
}
