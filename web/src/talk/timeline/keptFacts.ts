/** What one keeps, in lists of one's own or on its way to paper, shows words of rooms too: they go with the message, and with the room. */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";

import type { FactName, MessageId, RoomId } from "@/generated/wire";
import type { Handlers } from "@/platform/facts";
import { attachmentFacts } from "@/talk/attachments/facts";
import { laterKey } from "@/talk/later/later";
import { roomFacts } from "@/talk/rooms/facts";
import { screenIn } from "@/talk/rooms/rows";
import { keptKey } from "@/talk/shelf/kept";

import { layAnew } from "./paper/paper";

interface Kept {
  message_id: MessageId;
  room_id: RoomId | null;
}

type OfWords = Extract<FactName, "messages.edited" | "messages.withdrawn" | "rooms.lost" | "rooms.sealed">;

export const keptFacts: Handlers<OfWords> = {
  "messages.edited": (cache, told) => {
    attachmentFacts["messages.edited"](cache, told);
    forget(cache, ({ message_id }) => message_id === told.body.message.message_id);
    layAnew(cache, told.body.room_id);
  },
  "messages.withdrawn": (cache, told) => {
    attachmentFacts["messages.withdrawn"](cache, told);
    forget(cache, ({ message_id }) => message_id === told.body.message_id);
    layAnew(cache, told.body.room_id);
  },
  "rooms.lost": (cache, told) => {
    roomFacts["rooms.lost"](cache, told);
    forget(cache, ({ room_id }) => room_id === told.body.room_id);
  },
  "rooms.sealed": (cache, told) => {
    roomFacts["rooms.sealed"](cache, told);
    if (screenIn(cache)?.me.zone !== "internet") return;
    forget(cache, ({ room_id }) => room_id === told.body.room_id);
  },
};

/** A list that holds any of these is empty until it is read anew; nobody waits for one that is not looked at. */
function forget(cache: QueryClient, isMeant: (kept: Kept) => boolean): void {
  for (const queryKey of [laterKey, keptKey]) {
    void cache.resetQueries({ queryKey, predicate: ({ state }) => keptIn(state.data).some(isMeant) });
  }
}

/** The keys say what lies under them. */
function keptIn(data: unknown): Kept[] {
  const found = data as InfiniteData<{ kept: Kept[] } | { messages: Kept[] }> | undefined;
  return found?.pages.flatMap((page) => ("kept" in page ? page.kept : page.messages)) ?? [];
}
