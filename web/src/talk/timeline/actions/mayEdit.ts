/** Whether its author may still put a message right, by this clock; the server's own decides. */
import type { Message, Room } from "@/generated/wire";

const aMinute = 60_000;

export function mayEdit(message: Message, room: Room): boolean {
  const age = Date.now() - Date.parse(message.posted_at);
  return room.room.may_post && message.parts.length > 0 && age <= room.rules.edit_minutes * aMinute;
}
