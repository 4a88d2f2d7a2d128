/** What is asked of the server about a room's pins. Answers are not put on the screen here: the facts that follow do that. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";

import type { MessageId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { Refusal, sentenceOf } from "@/platform/refusals";

const at = "/api/rooms/{room_id}/pins/{message_id}";

/** Put a message to the top of its room, or take it down. Gives the words in which that was refused, if it was. */
export async function pinned(
  room_id: RoomId,
  message_id: MessageId,
  { isUp, contact }: { isUp: boolean; contact: string },
): Promise<MessageDescriptor | null> {
  try {
    const path = { room_id, message_id };
    await (isUp ? api.put(at, { path }) : api.delete(at, { path }));
    return null;
  } catch (error) {
    // Each code has its one sentence, which needs no other catalogue.
    const says = error instanceof Refusal ? sentenceOf(error, contact) : null;
    return says
      ? { id: says, message: says }
      : msg`固定を変えられませんでした。通信が戻ったら、もう一度試してください`;
  }
}

export function useUnpin(room_id: RoomId) {
  return useMutation({
    mutationFn: async (message_id: MessageId): Promise<void> => {
      await api.delete(at, { path: { room_id, message_id } });
    },
  });
}
