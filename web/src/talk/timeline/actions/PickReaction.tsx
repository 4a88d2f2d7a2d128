/** Which sign: joins the choice with what stands under the message now. */
import { useQueryClient } from "@tanstack/react-query";

import type { Held } from "@/platform/held";
import { pagesKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { PickSign } from "@/talk/reactions/PickSign";

import type { AskProps } from "./action";

export function PickReaction({ subject: { room, message }, onClose }: AskProps) {
  const { room_id } = room.room;
  const { message_id } = message;
  const cache = useQueryClient();
  const windows = cache.getQueriesData<Held<PageState>>({ queryKey: pagesKey(room_id) });
  // It may stand in several windows on the room; all of them are kept true by the same facts.
  const [reactions = []] = windows.flatMap(([, held]) => {
    const stands = held?.state.reactions[message_id];
    return stands ? [stands] : [];
  });
  return <PickSign {...{ room_id, message_id, reactions, onClose }} />;
}
