/** The addresses of the rooms that one was moved from, and of one of them to read: beside the list of one's own. */
import { useLingui } from "@lingui/react/macro";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";

import type { RoomId } from "@/generated/wire";
import { Former } from "@/talk/departments/Former";
import { FormerRoom } from "@/talk/departments/FormerRoom";
import { useOpened } from "@/talk/rooms/organizations";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function FormerRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const screen = useKnownScreen();
  const { onlyIn } = useOpened(screen, undefined);
  return (
    <>
      <TabTitle says={t`引継ぎ中のルーム`} />
      <Former organization={onlyIn} contact={screen.me.contact} onBack={() => navigate({ to: "/rooms" })} />
    </>
  );
}

export function FormerRoomRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me, rooms } = useKnownScreen();
  const { formerId } = useParams({ strict: false });
  // The address is the one place where an id is a bare word.
  const roomId = formerId as RoomId;
  // Who is back is in the room itself.
  if (rooms.some((room) => room.room_id === roomId)) {
    return <Navigate to="/rooms/$roomId" params={{ roomId }} replace />;
  }
  return (
    <>
      <TabTitle says={t`引継ぎ中のルーム`} />
      <FormerRoom key={roomId} roomId={roomId} me={me} onBack={() => navigate({ to: "/rooms/former" })} />
    </>
  );
}
