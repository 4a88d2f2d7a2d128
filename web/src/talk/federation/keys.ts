/** Under what the bodies of rooms, and the parts of one's own body, are held. */
import type { RoomId } from "@/generated/wire";

export const partsKey = ["federation"] as const;
export const bodiesKey = (room: RoomId) => [...partsKey, "room", room] as const;
