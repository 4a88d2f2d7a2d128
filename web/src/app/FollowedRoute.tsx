/** The addresses of the rooms that one follows, and of one of them to read: beside the list of one's own. */
import { useLingui } from "@lingui/react/macro";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";

import type { RoomId } from "@/generated/wire";
import { Followed } from "@/talk/following/Followed";
import { FollowedRoom } from "@/talk/following/FollowedRoom";
import { useOpened } from "@/talk/rooms/organizations";
import { ToPaper } from "@/talk/timeline/paper/ToPaper";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function FollowedRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const screen = useKnownScreen();
  const { onlyIn } = useOpened(screen, undefined);
  const { me } = screen;
  return (
    <>
      <TabTitle says={t`追っているルーム`} />
      <Followed
        organization={onlyIn}
        me={me.account_id}
        contact={me.contact}
        onBack={() => navigate({ to: "/rooms" })}
      />
    </>
  );
}

export function FollowedOne() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me, rooms } = useKnownScreen();
  const { followedId } = useParams({ strict: false });
  // The address is the one place where an id is a bare word.
  const roomId = followedId as RoomId;
  // Who has come in meanwhile is in the room itself.
  if (rooms.some((room) => room.room_id === roomId)) {
    return <Navigate to="/rooms/$roomId" params={{ roomId }} replace />;
  }
  return (
    <>
      <TabTitle says={t`追っているルーム`} />
      <FollowedRoom
        key={roomId}
        roomId={roomId}
        me={me}
        onBack={() => navigate({ to: "/rooms/followed" })}
        paper={(room, onClose) => (
          <ToPaper
            room={{ ...room, kind: "open", label: null }}
            contact={me.contact}
            through="/api/rooms/{room_id}/following/paper"
            onClose={onClose}
          />
        )}
        onEnter={(entered) => navigate({ to: "/rooms/$roomId", params: { roomId: entered }, replace: true })}
      />
    </>
  );
}
