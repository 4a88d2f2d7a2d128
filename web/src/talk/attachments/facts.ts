/** What has become of a file that hangs at a message, and what comes to hang in a room or goes: whoever shows it asks anew. */
import type { QueryClient } from "@tanstack/react-query";

import type { Part, RoomId } from "@/generated/wire";
import { filesKey } from "@/people/files/facts";
import type { Handlers } from "@/platform/facts";
import { messageFacts } from "@/talk/messages/facts";

import { galleryKey } from "./galleryKey";

export const attachmentFacts: Handlers<
  "attachments.judged" | "messages.posted" | "messages.edited" | "messages.withdrawn"
> = {
  "attachments.judged": (cache, { body }) => {
    void cache.invalidateQueries({ queryKey: [...filesKey, body.file_id] });
    hangAnew(cache, body.room_id);
  },

  "messages.posted": (cache, told) => {
    messageFacts["messages.posted"](cache, told);
    if (told.body.message.parts.some(isFile)) hangAnew(cache, told.body.room_id);
  },

  "messages.edited": (cache, told) => {
    messageFacts["messages.edited"](cache, told);
    // What is said of a picture may read otherwise.
    if (told.body.message.parts.some(isFile)) hangAnew(cache, told.body.room_id);
  },

  "messages.withdrawn": (cache, told) => {
    messageFacts["messages.withdrawn"](cache, told);
    hangAnew(cache, told.body.room_id);
  },
};

const isFile = ({ kind }: Part) => kind === "file";

function hangAnew(cache: QueryClient, room_id: RoomId): void {
  void cache.invalidateQueries({ queryKey: galleryKey(room_id) });
}
