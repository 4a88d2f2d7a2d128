/** Asked before the first message to a room into which guests have come since one last wrote there (GUEST-5). */
import { lazy, Suspense, useState } from "react";

import type { Me, Room, RoomRow } from "@/generated/wire";
import { knowGuests, knownGuests } from "@/talk/guests/known";

import { useFirstToMany } from "./FirstToMany";

const ToGuests = lazy(() => import("./ToGuests").then((file) => ({ default: file.ToGuests })));

/** What is asked before a message goes out: to many people, and to guests who are new. */
export function useFirstTo({ room, people }: Room, { account_id: me }: Me, send: () => void) {
  const toGuests = useFirstToGuests(room, people[me]?.kind === "guest", send);
  const toMany = useFirstToMany(room, toGuests.send);
  return {
    send: toMany.send,
    question: (
      <>
        {toMany.question}
        {toGuests.question}
      </>
    ),
  };
}

/** Sends at once, or asks first; and the question, while it stands open. */
function useFirstToGuests(room: RoomRow, isGuest: boolean, send: () => void) {
  const [isAsking, ask] = useState(false);
  const { guests } = room.readers;
  const answer = (yes: boolean) => {
    ask(false);
    if (!yes) return;
    knowGuests(room.room_id, guests);
    send();
  };
  const sendOrAsk = () => {
    const isNew = !isGuest && guests > knownGuests(room.room_id);
    if (isNew) return ask(true);
    // Those who have left are met anew when they come back.
    if (!isGuest) knowGuests(room.room_id, guests);
    send();
  };
  return {
    send: sendOrAsk,
    question: isAsking && (
      <Suspense>
        <ToGuests room={room.name} guests={guests} onAnswer={answer} />
      </Suspense>
    ),
  };
}
