/** お気に入り: the message is found again in a list of one's own; kept already, it is let go. */
import { msg } from "@lingui/core/macro";

import type { Action, Subject } from "./action";

const isKept = ({ room, message }: Subject) => room.favourites.includes(message.message_id);

async function change({ room, message, me }: Subject, isWanted: boolean) {
  const [{ keepMessage, letMessageGo }, { tried }] = await Promise.all([
    import("@/talk/shelf/kept"),
    import("@/talk/shelf/done"),
  ]);
  const { message_id } = message;
  return tried(
    isWanted ? msg`お気に入りに入れました` : msg`お気に入りから外しました`,
    { act: () => (isWanted ? keepMessage(room.room.room_id, message_id) : letMessageGo(message_id)) },
    me.contact,
  );
}

export const favourite: Action = {
  name: "favourite",
  icon: "star",
  says: msg`お気に入り`,
  isOffered: (subject) => !isKept(subject) && subject.message.parts.length > 0,
  act: (subject, { tell }) => {
    void change(subject, true).then((done) => done && tell(done.says));
  },
};

export const unfavourite: Action = {
  name: "unfavourite",
  icon: "starred",
  says: msg`お気に入りから外す`,
  isOffered: isKept,
  act: (subject, { tell }) => {
    void change(subject, false).then((done) => done && tell(done.says));
  },
};
