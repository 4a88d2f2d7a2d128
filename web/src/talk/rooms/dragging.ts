/** A room is dragged into a folder, or out of it. Whoever has no mouse does the same by the menu of the room. */
import { type DragEvent, useState } from "react";

import type { FolderId, RoomId } from "@/generated/wire";

const ROOM = "application/x-yoriai-room";

export function carry(event: DragEvent, room: RoomId): void {
  event.dataTransfer.setData(ROOM, room);
  event.dataTransfer.effectAllowed = "move";
}

/** Where a room may be let go: each line says by `data-into` to which folder it belongs; empty means to none. */
export function useDropping(onPut: (room: RoomId, folder: FolderId | null) => void) {
  const [over, setOver] = useState<string | null>(null);
  return {
    /** The folder over which a room is held. */
    over,
    onDragOver: (event: DragEvent) => {
      const into = event.dataTransfer.types.includes(ROOM) ? intoOf(event) : null;
      setOver(into);
      if (into !== null) event.preventDefault();
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null);
    },
    onDrop: (event: DragEvent) => {
      const into = intoOf(event);
      setOver(null);
      if (into === null) return;
      event.preventDefault();
      // What is carried was put there by `carry`.
      onPut(event.dataTransfer.getData(ROOM) as RoomId, (into || null) as FolderId | null);
    },
  };
}

function intoOf({ target }: DragEvent): string | null {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-into]") : null;
  return line?.dataset.into ?? null;
}
