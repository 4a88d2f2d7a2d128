/** 送信取消: one's own while the body allows it, and another's for whoever manages the room. */
import { msg } from "@lingui/core/macro";

import type { Action, Subject } from "./action";
import { WithdrawQuestion } from "./WithdrawQuestion";

const aMinute = 60_000;

export const withdraw: Action = {
  name: "withdraw",
  icon: "undo",
  says: msg`送信取消`,
  isOffered: (subject) => (isMine(subject) ? mayStill(subject) : mayRemove(subject)),
  Asks: WithdrawQuestion,
};

export function isMine({ message, me }: Subject): boolean {
  return message.author_id === me.account_id;
}

/** By this clock; the server's own decides. */
function mayStill({ message, room }: Subject): boolean {
  const age = Date.now() - Date.parse(message.posted_at);
  return room.room.may_post && age <= room.rules.withdraw_minutes * aMinute;
}

function mayRemove({ room }: Subject): boolean {
  return room.room.may_post && room.room.role === "manager";
}
