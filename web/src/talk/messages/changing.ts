/** Changing what was said: over the line while it stands, else over HTTP. What becomes of it is told to everybody. */
import type { Message, MessageId, Part, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { ask, isOpen, noticed } from "@/platform/connection";
import { streamOf } from "@/talk/rooms/rows";

interface Changed {
  number: number;
}

export async function withdraw(room_id: RoomId, message_id: MessageId, reason: string | null): Promise<void> {
  const said = isOpen()
    ? await ask<Changed>({ do: "messages.withdraw", room_id, message_id, reason })
    : await api.put("/api/rooms/{room_id}/messages/{message_id}/withdrawal", {
        path: { room_id, message_id },
        body: { reason },
      });
  heard(room_id, said);
}

/** `message` as it was when its author began to edit: what was changed elsewhere since is not written over. */
export async function edit(room_id: RoomId, message: Message, parts: Part[]): Promise<void> {
  const { message_id, edited_at: seen } = message;
  const said = isOpen()
    ? await ask<Changed>({ do: "messages.edit", room_id, message_id, parts, seen })
    : await api.put("/api/rooms/{room_id}/messages/{message_id}", {
        path: { room_id, message_id },
        body: { parts, seen },
      });
  heard(room_id, said);
}

/** This number exists: see that it arrives here too. 0 where nothing has changed. */
function heard(room_id: RoomId, { number }: Changed): void {
  if (number > 0) noticed(streamOf(room_id), number);
}
