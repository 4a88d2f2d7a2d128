/** リンクをコピー: the address of the message; it opens for members of the room and for nobody else. */
import { msg } from "@lingui/core/macro";

import { toClipboard } from "@/platform/clipboard";

import type { Action } from "./action";

export const copyLink: Action = {
  name: "copyLink",
  icon: "link",
  says: msg`リンクをコピー`,
  act: ({ message, room }, { tell }) => {
    const path = `/rooms/${room.room.room_id}/messages/${message.message_id}`;
    void toClipboard(new URL(path, location.origin).href).then((done) =>
      tell(done ? msg`リンクをコピーしました` : msg`リンクをコピーできませんでした`),
    );
  },
};
