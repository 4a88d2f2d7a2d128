/** Under which the gallery of a room is held. */
import type { RoomId } from "@/generated/wire";

export const galleryKey = (room_id: RoomId) => ["gallery", room_id] as const;
