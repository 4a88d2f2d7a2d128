/** Asked once of everybody: before their first message to more than 20 people goes out (誤爆). */
import { lazy, Suspense, useState } from "react";

import type { RoomRow } from "@/generated/wire";
import { useChoose } from "@/people/preferences/preferences";
import { usePreferences } from "@/ui/preferences";

const MANY = 20;
const ToMany = lazy(() => import("./ToMany").then((file) => ({ default: file.ToMany })));

/** Sends at once, or asks first; and the question, while it stands open. */
export function useFirstToMany(room: RoomRow, send: () => void) {
  const { asked_many: wasAsked } = usePreferences();
  const { mutate: choose } = useChoose();
  const [isAsking, ask] = useState(false);
  const others = room.member_count - 1;
  const answer = (yes: boolean) => {
    ask(false);
    if (!yes) return;
    choose({ asked_many: true });
    send();
  };
  return {
    send: () => (others > MANY && !wasAsked ? ask(true) : send()),
    question: isAsking && (
      <Suspense>
        <ToMany room={room.name} others={others} onAnswer={answer} />
      </Suspense>
    ),
  };
}
