/** Messages that one keeps to find them again. Answers are not put on the screen here: the facts that follow do that. */
import { useInfiniteQuery } from "@tanstack/react-query";

import type { MessageId, OrganizationId, People, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export const keptKey = ["shelf", "messages"] as const;

export async function keepMessage(room_id: RoomId, message_id: MessageId): Promise<void> {
  await api.put("/api/rooms/{room_id}/messages/{message_id}/favourite", { path: { room_id, message_id } });
}

export async function letMessageGo(message_id: MessageId): Promise<void> {
  await api.delete("/api/shelf/messages/{message_id}", { path: { message_id } });
}

export function useKept(organization: OrganizationId | null) {
  return useInfiniteQuery({
    queryKey: [...keptKey, organization],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/shelf/messages", { query: { organization, cursor }, signal }),
    initialPageParam: null as string | null, // widens the type: the first page has no cursor
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({
      messages: pages.flatMap((page) => page.messages),
      people: Object.assign({}, ...pages.map((page) => page.people)) as People, // joined page by page
    }),
  });
}
