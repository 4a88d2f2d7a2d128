/** Talk: the list of rooms, and beside it (on phones instead of it) the room that is open. */
import { useLingui } from "@lingui/react/macro";
import { Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useRef, useState } from "react";

import type { RoomId, RoomRow } from "@/generated/wire";
import { belongsToConversion } from "@/kit/composing";
import { NewRoom } from "@/talk/rooms/NewRoom";
import { neighbour } from "@/talk/rooms/order";
import { RoomList } from "@/talk/rooms/RoomList";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function TalkRoute() {
  const { t } = useLingui();
  const { me, rooms, people } = useKnownScreen();
  const { roomId } = useParams({ strict: false });
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const open = rooms.find((room) => room.room_id === roomId);
  const waiting = rooms.reduce((sum, room) => sum + room.unread, 0);
  const go = (id: RoomId) => navigate({ to: "/rooms/$roomId", params: { roomId: id } });
  const mayOpen = me.capabilities.includes("rooms.open");

  useWalk(rooms, roomId ?? null, (room) => go(room.room_id));
  useReturnToList(roomId ?? null);

  return (
    <>
      <TabTitle says={open?.name ?? t`トーク`} waiting={waiting} />
      <div
        className={`min-h-0 w-full shrink-0 flex-col border-line mid:flex mid:w-75 mid:border-r wide:w-80 ${roomId ? "hidden" : "flex"}`}
      >
        <RoomList
          rooms={rooms}
          people={people}
          me={me.account_id}
          open={open?.room_id ?? null}
          onNewRoom={mayOpen ? () => setOpening(true) : null}
        />
      </div>
      <Outlet />
      {opening && (
        <NewRoom
          me={me.account_id}
          contact={me.contact}
          onClose={() => setOpening(false)}
          onOpened={(id) => {
            setOpening(false);
            go(id);
          }}
        />
      )}
    </>
  );
}

/** Alt+↑ and Alt+↓ walk from room to room, from wherever the focus is. */
function useWalk(rooms: RoomRow[], open: string | null, go: (room: RoomRow) => void) {
  const walk = useRef<(event: KeyboardEvent) => void>(null);
  useLayoutEffect(() => {
    walk.current = (event) => {
      const step = stepOf(event);
      if (step === undefined) return;
      event.preventDefault();
      const next = neighbour(rooms, open, step);
      if (next) go(next);
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => walk.current?.(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

const steps: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

function stepOf(event: KeyboardEvent): 1 | -1 | undefined {
  const isAltAlone = event.altKey && !event.ctrlKey && !event.metaKey;
  return isAltAlone && !belongsToConversion(event) ? steps[event.key] : undefined;
}

/** Who comes back from a room to the list finds the focus on that room. */
function useReturnToList(open: string | null) {
  const before = useRef(open);
  useEffect(() => {
    const left = before.current;
    before.current = open;
    if (left === null || open !== null) return;
    document.querySelector<HTMLElement>(`[data-room="${CSS.escape(left)}"]`)?.focus();
  }, [open]);
}
