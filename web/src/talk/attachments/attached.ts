/** What is attached to what one writes, for whoever sends it. */
import type { FilePart, MessageId, RoomId } from "@/generated/wire";

export interface Attached {
  /** In the order in which they were chosen, those that have arrived. */
  parts: FilePart[];
  count: number;
  /** All of them have arrived: they can be sent. */
  isIn: boolean;
  /** They are part of a message now. */
  clear: () => void;
}

export interface Place {
  room_id: RoomId;
  thread_id: MessageId | null;
}

export const nothing: Attached = { parts: [], count: 0, isIn: true, clear: () => {} };
