/** Rooms beside the one that is open, on windows that are wide enough: the address keeps which. */
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

import type { RoomId } from "@/generated/wire";
import { useMedia } from "@/ui/media";

/** Beside the first. Three rooms are as many as can be read in one window. */
const MOST = 2;
const wideEnough = "(min-width: 100rem)";

export interface Besides {
  rooms: RoomId[];
  /** Null where this window has no width for it, or nothing is open yet. */
  open: ((room: RoomId) => void) | null;
  close: (room: RoomId) => void;
}

export function besideIn(search: Record<string, unknown>): { beside?: string | undefined } {
  return typeof search.beside === "string" && search.beside !== "" ? { beside: search.beside } : {};
}

export function useBesides(): Besides {
  const hasRoom = useMedia(wideEnough);
  const navigate = useNavigate();
  const { beside } = useSearch({ strict: false });
  const { roomId } = useParams({ strict: false });
  const asked = [...new Set((beside ?? "").split(","))].filter((id) => id !== "" && id !== roomId);
  // The address is the one place where an id is a bare word.
  const rooms = (hasRoom && roomId ? asked.slice(0, MOST) : []) as RoomId[];
  const go = useCallback(
    (ids: string[]) => navigate({ to: ".", search: { beside: ids.length > 0 ? ids.join(",") : undefined } }),
    [navigate],
  );
  const open = (room: RoomId) => {
    if (room !== roomId && !rooms.includes(room)) void go([...rooms, room].slice(-MOST));
  };
  return {
    rooms,
    open: hasRoom && roomId ? open : null,
    close: (room) => void go(rooms.filter((each) => each !== room)),
  };
}
