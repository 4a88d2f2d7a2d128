/** The address under which open rooms are found: beside the list of one's own. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { OpenRooms } from "@/talk/rooms/OpenRooms";
import { useOpened } from "@/talk/rooms/organizations";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function OpenRoomsRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const screen = useKnownScreen();
  const { organization } = useOpened(screen, undefined);
  const { me } = screen;
  return (
    <>
      <TabTitle says={t`オープンルーム`} />
      <OpenRooms
        organization={me.organizations.length > 1 ? organization : null}
        contact={me.contact}
        onBack={() => navigate({ to: "/rooms" })}
        onEnter={(roomId) => navigate({ to: "/rooms/$roomId", params: { roomId } })}
      />
    </>
  );
}
