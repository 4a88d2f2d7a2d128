/** The face of a room: a square with its letters, or in a direct talk the round face of the other one. */
import type { People, RoomRow } from "@/generated/wire";
import { faceLetters, roomLetters } from "@/kit/names";
import { Face } from "@/ui/Face";

export function RoomFace({ room, people }: { room: RoomRow; people: People }) {
  const other = room.other === null ? undefined : people[room.other];
  if (!other) return <Face letters={roomLetters(room.name)} of={room.room_id} />;
  return <Face round letters={faceLetters([other.family])[0] ?? ""} of={other.account_id} />;
}
