/** リンクをコピー: the address of the message; it opens for members of the room and for nobody else. */
import { msg } from "@lingui/core/macro";

import { toClipboard } from "@/platform/clipboard";

import type { Action } from "./action";

export const copyLink: Action = {
  name: "copyLink",
  icon: "link",
  says: msg`リンクをコピー`,
  act: ({ message, room }, { tell }) => {
    const { message_id, thread_id, in_room } = message;
    const place = thread_id && !in_room ? `threads/${thread_id}/${message_id}` : `messages/${message_id}`;
    const path = `/rooms/${room.room.room_id}/${place}`;
    void toClipboard(new URL(path, location.origin).href).then((done) =>
      tell(done ? msg`リンクをコピーしました` : msg`リンクをコピーできませんでした`),
    );
  },
};
