/** Under an own message: how many have read it, and when it was said. Between two, one is enough to say so. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { bubbleTime } from "@/kit/dates";
import type { Row } from "@/talk/messages/rows";
import { readersOf } from "@/talk/receipts/marks";
import { ReadCount } from "@/talk/receipts/ReadCount";

import type { Sight } from "./LogRow";

/** Several in a row that the same people have read carry it once, below the last. */
export function footOf(
  { message, next }: Extract<Row, { kind: "message" }>,
  sight: Sight,
  isFlat: boolean,
): ReactNode {
  const { marks, room, me } = sight;
  const readers = readersOf(marks, message.ordinal);
  const asNext = next !== null && readersOf(marks, next.ordinal) === readers;
  if (asNext) return false;
  return (
    // 既読 comes later than the time, which stays where it stands.
    <p
      className={`figures flex items-center justify-end gap-2 justify-self-stretch pt-0.5 text-small text-soft ${isFlat ? "flex-row-reverse" : ""}`}
    >
      {readers > 0 && room.room.kind === "direct" && (
        <span className="text-accent-firm">
          <Trans>既読</Trans>
        </span>
      )}
      {readers > 0 && room.room.kind !== "direct" && (
        <ReadCount
          room_id={room.room.room_id}
          message_id={message.message_id}
          count={readers}
          opens={!me.switched_off.includes("reader_lists")}
          contact={me.contact}
          home={me.tenant.name}
        />
      )}
      <time dateTime={message.posted_at}>{bubbleTime(message.posted_at)}</time>
    </p>
  );
}
