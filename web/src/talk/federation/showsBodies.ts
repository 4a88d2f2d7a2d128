/** Whether somebody is shown which bodies are in a room: where there are others, or where they may invite some. */
import type { Me, RoomRow } from "@/generated/wire";

export function showsBodies(room: RoomRow, { capabilities }: Me): boolean {
  if (!capabilities.includes("federation.read") || room.kind !== "group") return false;
  return room.readers.other_bodies > 0 || (room.may_set && capabilities.includes("federation.invite"));
}
