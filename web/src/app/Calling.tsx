/** Calls the person when something new waits and they look elsewhere. It says how many, and never what. */
import { useLingui } from "@lingui/react/macro";
import { useMatchRoute } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

import type { RoomRow } from "@/generated/wire";
import { show, sound } from "@/platform/ring";
import { callingFrom, type News, newsSince } from "@/talk/mentions/waiting";

import { useOnTheIcon } from "./icon";

export function Calling({ rooms }: { rooms: RoomRow[] }) {
  const { t } = useLingui();
  const before = useRef(rooms);
  const inRoom = useMatchRoute()({ to: "/rooms/$roomId", fuzzy: true });
  const open = inRoom ? inRoom.roomId : null;
  const waiting = callingFrom(rooms);
  useOnTheIcon(waiting);
  useEffect(() => {
    const news = newsSince(before.current, rooms);
    before.current = rooms;
    if (news.count === 0 || isInView(news, open)) return;
    const says =
      news.mentions > 0
        ? t`自分あてのメッセージが${news.mentions}件あります。`
        : t`未読のメッセージが${waiting}件あります。`;
    void show(t`寄合`, says).then((shown) => shown && sound());
  }, [rooms, open, waiting, t]);
  return null;
}

/** Whoever looks at this window sees the numbers; beside another window, the room that is open is seen all the same. */
function isInView({ rooms }: News, open: string | null): boolean {
  if (document.hidden) return false;
  return document.hasFocus() || rooms.every((room) => room.room_id === open);
}
