/** 上に固定: the message comes to the top of its room, for everybody in it; pinned already, it is taken down. */
import { msg } from "@lingui/core/macro";

import type { Action, Subject } from "./action";

const isPinned = ({ room, message }: Subject) =>
  room.pins.some((pin) => pin.message_id === message.message_id);

async function change({ room, message, me }: Subject, isUp: boolean) {
  const { pinned } = await import("@/talk/pins/board");
  return pinned(room.room.room_id, message.message_id, { isUp, contact: me.contact });
}

export const pinToTop: Action = {
  name: "pin",
  icon: "pin",
  says: msg`上に固定`,
  isOffered: (subject) => subject.room.room.may_pin && !isPinned(subject) && subject.message.parts.length > 0,
  act: (subject, { tell }) => {
    void change(subject, true).then((no) => tell(no ?? msg`上に固定しました`));
  },
};

export const unpin: Action = {
  name: "unpin",
  icon: "unpin",
  says: msg`固定を外す`,
  isOffered: (subject) => subject.room.room.may_pin && isPinned(subject),
  act: (subject, { tell }) => {
    void change(subject, false).then((no) => tell(no ?? msg`固定を外しました`));
  },
};
