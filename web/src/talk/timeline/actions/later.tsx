/** あとで見る: the message waits on one's own list, with a time to be reminded or without. */
import { msg } from "@lingui/core/macro";
import { lazy } from "react";

import type { Action, AskProps } from "./action";

const KeepDialog = lazy(() =>
  import("@/talk/later/KeepDialog").then((file) => ({ default: file.KeepDialog })),
);

function Keep({ subject: { message, room, me }, onClose, onDone }: AskProps) {
  const kept = { room_id: room.room.room_id, message_id: message.message_id };
  return (
    <KeepDialog
      kept={kept}
      contact={me.contact}
      onClose={onClose}
      onKept={() => onDone(msg`「あとで見る」に入れました`)}
    />
  );
}

export const later: Action = {
  name: "later",
  icon: "clock",
  says: msg`あとで見る`,
  isOffered: ({ message }) => message.parts.length > 0,
  Asks: Keep,
};
