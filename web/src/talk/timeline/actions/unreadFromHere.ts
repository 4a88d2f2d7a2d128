/** ここから未読にする: this message and all after it wait to be read again, on all of one's devices. */
import { msg } from "@lingui/core/macro";

import { markUnread } from "@/talk/receipts/marks";

import type { Action } from "./action";

export const unreadFromHere: Action = {
  name: "unread",
  icon: "unread",
  says: msg`ここから未読にする`,
  // What has not been read yet is unread as it is.
  isOffered: ({ message, room }) => message.ordinal <= room.room.mark,
  act: ({ room, message, me }, { tell }) => {
    void import("@/talk/shelf/done")
      .then(({ tried }) =>
        tried(
          msg`未読にしました。ルームを離れるまで、このままです`,
          { act: () => markUnread(room.room.room_id, message.message_id) },
          me.contact,
        ),
      )
      .then((done) => done && tell(done.says));
  },
};
