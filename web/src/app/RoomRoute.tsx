/** The room of the address: finds it, and turns what happens in it into addresses. */
import { useLingui } from "@lingui/react/macro";
import { useLocation, useMatchRoute, useNavigate, useParams, useRouter } from "@tanstack/react-router";

import type { MessageId, Room, RoomId } from "@/generated/wire";
import { useRoom } from "@/talk/rooms/rooms";
import { RoomScreen, RoomShut, type ThreadShown } from "@/talk/timeline/RoomScreen";
import type { SideShown } from "@/talk/timeline/Side";
import { useMedia, wideWindow } from "@/ui/media";
import { prefer, usePreferences } from "@/ui/preferences";
import { Waiting } from "@/ui/Waiting";

import { useBesides } from "./besides";
import { useKnownScreen } from "./known";

/** From this width on, the members stand beside the room unless they were closed. */
const roomy = "(min-width: 87.5rem)";

export function RoomRoute() {
  const { t } = useLingui();
  const { roomId, messageId } = useParams({ strict: false });
  const { me, rooms } = useKnownScreen();
  const way = useWay(roomId ?? "");
  // The address is the one place where an id is a bare word.
  const known = useRoom(roomId as RoomId);
  const row = rooms.find((room) => room.room_id === roomId);

  if (known.isPending) {
    return (
      <main className="min-w-0 grow">
        <Waiting says={t`ルームを読み込んでいます`} />
      </main>
    );
  }
  if (!known.data) {
    return (
      <RoomShut
        error={known.error}
        contact={me.contact}
        onBack={way.toList}
        onAgain={() => known.refetch()}
      />
    );
  }
  const room: Room = row ? { ...known.data, room: row } : known.data;
  return (
    <RoomScreen
      key={`${room.room.room_id} ${messageId ?? ""}`}
      room={room}
      me={me}
      asked={(messageId as MessageId | undefined) ?? null}
      side={way.side}
      thread={way.thread}
      isAmongOthers={way.isAmongOthers}
      onBack={way.back}
      onLeft={way.toList}
      onNewest={way.toRoom}
      onMembers={way.members}
      onPins={way.pins}
      onGallery={way.gallery}
      onThread={way.toThread}
    />
  );
}

function useWay(roomId: string) {
  const navigate = useNavigate();
  const router = useRouter();
  const fromList = useLocation({ select: (location) => location.state.fromList === true });
  const match = useMatchRoute();
  const atMembers = Boolean(match({ to: "/rooms/$roomId/members" }));
  const atPins = Boolean(match({ to: "/rooms/$roomId/pins" }));
  const atGallery = Boolean(match({ to: "/rooms/$roomId/gallery" }));
  const thread = useThread();
  const atPlace = atMembers || atPins || atGallery || thread !== null;
  const atMessage = Boolean(match({ to: "/rooms/$roomId/messages/$messageId" }));
  const isAmongOthers = useBesides().rooms.length > 0;
  const isWide = useMedia(wideWindow) && !isAmongOthers;
  const isRoomy = useMedia(roomy);
  const { sideOpen } = usePreferences();

  const toList = () => navigate({ to: "/rooms", replace: true });
  const toRoom = () => navigate({ to: "/rooms/$roomId", params: { roomId }, replace: atPlace });
  const membersShown = atMembers || (isWide && (sideOpen ?? isRoomy));
  return {
    isAmongOthers,
    side: thread ? ("thread" as const) : sideOf({ atPins, atGallery }, membersShown),
    thread,
    toRoom,
    toList,
    back: () => (fromList ? router.history.back() : toList()),
    members: (shown: boolean) => {
      // Beside the room it is a choice of this device; over or instead of it, a place of its own.
      if (isWide) prefer({ sideOpen: shown });
      else if (shown) navigate({ to: "/rooms/$roomId/members", params: { roomId } });
      if (atPins || atGallery || thread || (!shown && atMembers)) toRoom();
    },
    pins: (shown: boolean) => {
      if (shown) navigate({ to: "/rooms/$roomId/pins", params: { roomId } });
      else toRoom();
    },
    gallery: (shown: boolean) => {
      if (shown) navigate({ to: "/rooms/$roomId/gallery", params: { roomId } });
      else toRoom();
    },
    toThread: (threadId: MessageId | null, answerId?: MessageId) => {
      if (!threadId) toRoom();
      else if (!answerId) navigate({ to: "/rooms/$roomId/threads/$threadId", params: { roomId, threadId } });
      else {
        const params = { roomId, threadId, answerId };
        navigate({ to: "/rooms/$roomId/threads/$threadId/$answerId", params, replace: atMessage });
      }
    },
  };
}

/** The thread of the address. */
function useThread(): ThreadShown | null {
  const { threadId, answerId } = useParams({ strict: false });
  // The address is the one place where an id is a bare word.
  const asked = (answerId as MessageId | undefined) ?? null;
  return threadId ? { under: threadId as MessageId, asked } : null;
}

function sideOf(at: { atPins: boolean; atGallery: boolean }, membersShown: boolean): SideShown {
  if (at.atPins) return "pins";
  if (at.atGallery) return "gallery";
  return membersShown ? "members" : null;
}
