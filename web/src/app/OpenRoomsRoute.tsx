/** The address under which open rooms are found: beside the list of one's own. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";

import { Trouble } from "@/people/access/Trouble";
import { FollowButton } from "@/talk/following/FollowButton";
import { useFollow } from "@/talk/following/followed";
import { OpenRooms } from "@/talk/rooms/OpenRooms";
import { useOpened } from "@/talk/rooms/organizations";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function OpenRoomsRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const screen = useKnownScreen();
  const { onlyIn } = useOpened(screen, undefined);
  const follow = useFollow();
  const { me } = screen;
  const mayFollow = me.capabilities.includes("following.follow");
  return (
    <>
      <TabTitle says={t`オープンルーム`} />
      <OpenRooms
        organization={onlyIn}
        contact={me.contact}
        onBack={() => navigate({ to: "/rooms" })}
        onEnter={(roomId) => navigate({ to: "/rooms/$roomId", params: { roomId } })}
        trouble={<Trouble error={follow.error} contact={me.contact} />}
        beside={({ room_id, name, is_followed }) =>
          mayFollow && (
            <FollowButton
              roomId={room_id}
              name={name}
              isFollowed={is_followed}
              busy={follow.isPending}
              onFollow={follow.mutate}
            />
          )
        }
      />
    </>
  );
}
