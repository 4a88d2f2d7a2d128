/** One line of the log, whatever it is: a day, an unread line, a message with its 既読, or one on its way. */
import { Trans } from "@lingui/react/macro";

import type { Mark, Me, Message, MessageId, People, Room } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import type { Faces } from "@/people/accounts/faces";
import { OthersBubble, OwnBubble } from "@/talk/messages/Bubble";
import { BeginningLine, DayLine, UnreadLine } from "@/talk/messages/Lines";
import { OutboxRow } from "@/talk/messages/OutboxRow";
import type { OutboxView } from "@/talk/messages/outbox";
import type { Row } from "@/talk/messages/rows";
import { readersOf } from "@/talk/receipts/marks";
import { usePreferences } from "@/ui/preferences";

/** What every line of a room's log may need to know. */
export interface Sight {
  room: Room;
  me: Me;
  people: People;
  faces: Faces;
  marks: Mark[];
  asked: MessageId | null;
  outbox: OutboxView;
  /** Puts the focus back where one writes, when what had it is gone. */
  toField: () => void;
}

export function LogRow({ row, sight }: { row: Row; sight: Sight }) {
  switch (row.kind) {
    case "beginning":
      return <BeginningLine purpose={sight.room.purpose} isEmpty={sight.room.room.newest_ordinal === 0} />;
    case "day":
      return <DayLine at={row.at} />;
    case "unread":
      return <UnreadLine />;
    case "waiting":
      return (
        <OutboxRow
          waiting={row.waiting}
          contact={sight.me.contact}
          onSendAgain={() => {
            sight.outbox.sendAgain(row.waiting.send_key);
            sight.toField();
          }}
          onDiscard={() => {
            sight.outbox.discard(row.waiting.send_key);
            sight.toField();
          }}
        />
      );
    case "message":
      return <Said row={row} sight={sight} />;
  }
}

function Said({ row, sight }: { row: Extract<Row, { kind: "message" }>; sight: Sight }) {
  const { message, begins, next } = row;
  const { author_id: author } = message;
  const marked = message.message_id === sight.asked;
  const { log } = usePreferences();
  const who = {
    person: sight.people[author],
    letters: sight.faces.get(author) ?? "",
    home: sight.me.tenant.name,
  };
  if (author !== sight.me.account_id) {
    return <OthersBubble message={message} begins={begins} marked={marked} {...who} />;
  }
  const readers = readersOf(sight.marks, message.ordinal);
  const asNext = next !== null && readersOf(sight.marks, next.ordinal) === readers;
  const foot = !asNext && <Foot message={message} readers={readers} />;
  if (log === "flat") {
    return <OthersBubble message={message} begins={begins} marked={marked} foot={foot} {...who} />;
  }
  return <OwnBubble message={message} begins={begins} marked={marked} foot={foot} />;
}

/** Under an own message: how many have read it, and when it was said. */
function Foot({ message, readers }: { message: Message; readers: number }) {
  return (
    <p className="figures flex items-center gap-2 pt-0.5 text-small text-soft">
      {readers > 0 && (
        <span className="text-accent-firm">
          <Trans>既読 {readers}</Trans>
        </span>
      )}
      <time dateTime={message.posted_at}>{bubbleTime(message.posted_at)}</time>
    </p>
  );
}
