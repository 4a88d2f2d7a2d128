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
 * messages would be left between head and foot, all of it goes up with the finger.
 */
export function Pane({ room: whole, isBeside, isHidden, children }: Props) {
  const { t } = useLingui();
  const { room } = whole;
  const look = `min-w-0 flex-1 basis-0 flex-col short:overflow-y-auto ${isHidden ? "hidden" : "flex"}`;
  const offPaper = useOffPaper(whole, t`ルームは、ルームのメニューの「印刷」から印刷します（Ctrl＋P）。`);
  const marks = { "data-pane": room.room_id, ...offPaper, className: look };
  if (!isBeside) return <main {...marks}>{children}</main>;
  return (
    <section {...marks} aria-label={room.name}>
      {children}
    </section>
  );
}

/**
 * Of a log only what is in sight stands in the page, so that it is put on paper by a sheet of its own and never as it
 * stands here. What the browser prints by its own way says so instead, or that the room is not printed at all.
 */
export function useOffPaper({ rules, label }: Room, how: string) {
  const { t } = useLingui();
  const ofLabel = t`ラベル「${label.name}」のルームは、印刷も保存もしない決まりです。`;
  const ofRoom = t`このルームは、印刷しない決まりです（ルームの設定）。`;
  if (!label.printing) return { "data-off-paper": ofLabel };
  return { "data-off-paper": rules.printing ? how : ofRoom };
}

/** Whether this is the room that one is looking at: the one that has the focus, or else the one of the address. */
export function isLookedAt(roomId: RoomId, isBeside: boolean): boolean {
  const pane = document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane");
  return pane ? pane === roomId : !isBeside;
}
