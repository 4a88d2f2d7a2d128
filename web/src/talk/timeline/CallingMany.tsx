/** Asked each time: before a message calls more than 100 people, by a unit or by 全員. */
import { lazy, Suspense, useState } from "react";

import type { Part, RoomRow } from "@/generated/wire";
import type { Nameable } from "@/talk/mentions/nameable";

/** The server asks the same of whoever does not ask. */
const MOST_UNASKED = 100;
const ToCalled = lazy(() => import("./ToCalled").then((file) => ({ default: file.ToCalled })));

/** What is done with the words, now or at their time, once they may be. */
type Post = (parts: Part[]) => void;

export function useCallingMany(room: RoomRow, all: readonly Nameable[]) {
  const [asked, ask] = useState<{ parts: Part[]; post: Post } | null>(null);
  const answer = (yes: boolean) => {
    ask(null);
    if (yes && asked) asked.post(asked.parts.map(confirmed));
  };
  const count = asked ? reachOf(asked.parts, all) : 0;
  return {
    send: (parts: Part[], post: Post) =>
      reachOf(parts, all) > MOST_UNASKED ? ask({ parts, post }) : post(parts),
    question: asked && (
      <Suspense>
        <ToCalled room={room.name} others={count} onAnswer={answer} />
      </Suspense>
    ),
  };
}

/** How many are called: of those named twice, the server knows better. */
function reachOf(parts: readonly Part[], all: readonly Nameable[]): number {
  const named = all.filter(({ of, id }) =>
    parts.some((part) => part.kind === "mention" && part.of === of && part.id === id),
  );
  const whole = named.find(({ of }) => of === "everyone");
  return whole?.count ?? named.reduce((sum, { count }) => sum + count, 0);
}

function confirmed(part: Part): Part {
  return part.kind === "mention" ? { ...part, confirmed: true } : part;
}
