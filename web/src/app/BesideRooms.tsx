/** The rooms beside the one of the address, each with its own messages and its own place to write. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";

import type { RoomId } from "@/generated/wire";
import { belongsToConversion } from "@/kit/composing";
import { useRoom } from "@/talk/rooms/rooms";
import { RoomScreen, RoomShut, type ThreadShown } from "@/talk/timeline/RoomScreen";
import type { SideShown } from "@/talk/timeline/Side";
import { Waiting } from "@/ui/Waiting";

import { useBesides } from "./besides";
import { useKnownScreen } from "./known";

export function BesideRooms() {
  const { rooms, close } = useBesides();
  useSteps();
  return rooms.map((room) => <BesideRoom key={room} roomId={room} onClose={() => close(room)} />);
}

function BesideRoom({ roomId, onClose }: { roomId: RoomId; onClose: () => void }) {
  const { t } = useLingui();
  const { me, rooms } = useKnownScreen();
  const known = useRoom(roomId);
  const [side, show] = useState<SideShown>(null);
  const [thread, follow] = useState<ThreadShown | null>(null);
  const row = rooms.find((room) => room.room_id === roomId);
  if (known.isPending) return <Waiting says={t`ルームを読み込んでいます`} />;
  if (!known.data) {
    return (
      <RoomShut error={known.error} contact={me.contact} onBack={onClose} onAgain={() => known.refetch()} />
    );
  }
  return (
    <div className="flex min-w-0 flex-1 basis-0 border-l border-line">
      <RoomScreen
        room={row ? { ...known.data, room: row } : known.data}
        me={me}
        asked={null}
        side={side}
        thread={thread}
        isBeside
        onBack={onClose}
        onLeft={onClose}
        onNewest={() => {}}
        onMembers={(shown) => show(shown ? "members" : null)}
        onPins={(shown) => show(shown ? "pins" : null)}
        onGallery={(shown) => show(shown ? "gallery" : null)}
        onThread={(under, answer) => {
          follow(under && { under, asked: answer ?? null });
          show(under ? "thread" : null);
        }}
      />
    </div>
  );
}

/** Alt+1, Alt+2 and Alt+3 go to the rooms that stand side by side, from the left. */
function useSteps() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const pane = paneOf(event);
      if (!pane) return;
      event.preventDefault();
      // A room that is only read has no place to write: its messages take the focus.
      (pane.querySelector("textarea") ?? pane.querySelector<HTMLElement>("[role=log]"))?.focus();
    };
    // Before whatever has the focus.
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  }, []);
}

const digits = ["Digit1", "Digit2", "Digit3"];

function paneOf(event: KeyboardEvent): HTMLElement | undefined {
  const isAltAlone = event.altKey && !event.ctrlKey && !event.metaKey;
  const place = isAltAlone && !belongsToConversion(event) ? digits.indexOf(event.code) : -1;
  return [...document.querySelectorAll<HTMLElement>("[data-pane]")][place];
}
