/** Who may bring guests into a room: whoever manages a group and has the right. The server asks the body's own rule, too. */
import type { Me, RoomRow } from "@/generated/wire";

export function mayInviteGuests(room: RoomRow, { capabilities }: Me): boolean {
  return room.kind === "group" && room.may_arrange_members && capabilities.includes("guests.invite");
}
