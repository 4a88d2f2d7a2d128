/** The column in which a room stands. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Room, RoomId } from "@/generated/wire";

interface Props {
  room: Room;
  isBeside: boolean;
  isHidden: boolean;
  children: ReactNode;
}

/**
 * The room of the address is what the page is about; one at its side is a part of its own. In a window so low that no
 * messages would be left between head and foot, all of it goes up with the finger. Of a log only what is in sight
 * stands in the page, so that it is put on paper by a sheet of its own and never as it stands here.
 */
export function Pane({ room: { room, rules }, isBeside, isHidden, children }: Props) {
  const { t } = useLingui();
  const look = `min-w-0 flex-1 basis-0 flex-col short:overflow-y-auto ${isHidden ? "hidden" : "flex"}`;
  const offPaper = rules.printing
    ? t`ルームは、ルームのメニューの「印刷」から印刷します（Ctrl＋P）。`
    : t`このルームは、印刷できない決まりです（ルームの設定）。`;
  const marks = { "data-pane": room.room_id, "data-off-paper": offPaper, className: look };
  if (!isBeside) return <main {...marks}>{children}</main>;
  return (
    <section {...marks} aria-label={room.name}>
      {children}
    </section>
  );
}

/** Whether this is the room that one is looking at: the one that has the focus, or else the one of the address. */
export function isLookedAt(roomId: RoomId, isBeside: boolean): boolean {
  const pane = document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane");
  return pane ? pane === roomId : !isBeside;
}
