/** One line of the log, whatever it is: a day, an unread line, a message with its 既読, or one on its way. */
import { Trans } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense } from "react";

import type { Mark, Me, Message, MessageId, People, Room } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import type { Faces } from "@/people/accounts/faces";
import { OthersBubble, OwnBubble } from "@/talk/messages/Bubble";
import { Gone } from "@/talk/messages/Gone";
import { BeginningLine, DayLine, UnreadLine } from "@/talk/messages/Lines";
import { OutboxRow } from "@/talk/messages/OutboxRow";
import type { OutboxView } from "@/talk/messages/outbox";
import type { Row } from "@/talk/messages/rows";
import { readersOf } from "@/talk/receipts/marks";
import { usePreferences } from "@/ui/preferences";

import { Actable } from "./actions/Actable";
import type { Acting } from "./actions/useActing";

const EditField = lazy(() =>
  import("@/talk/messages/EditField").then((file) => ({ default: file.EditField })),
);

/** What every line of a room's log may need to know. */
export interface Sight {
  room: Room;
  me: Me;
  people: People;
  faces: Faces;
  marks: Mark[];
  asked: MessageId | null;
  outbox: OutboxView;
  acting: Acting;
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
  const { message, begins } = row;
  const { author_id: author } = message;
  const { room, me, acting } = sight;
  const { log } = usePreferences();
  const person = sight.people[author];
  const who = { person, letters: sight.faces.get(author) ?? "", home: me.tenant.name };
  const isMine = author === me.account_id;
  if (message.is_withdrawn) {
    const by = message.withdrawn_by;
    return <Gone message={message} isMine={isMine} person={person} by={by ? sight.people[by] : undefined} />;
  }
  const stands = { message, begins, marked: message.message_id === sight.asked };
  if (acting.editing?.message_id === message.message_id) {
    return <Editing message={message} began={acting.editing} room={room} me={me} onClose={acting.edited} />;
  }
  const readers = readersOf(sight.marks, message.ordinal);
  const foot = isMine && footOf(row, sight.marks, room.room.kind === "direct");

  return (
    <Actable
      subject={{ message, person, room, me, readers }}
      acting={acting}
      isMine={isMine && log !== "flat"}
    >
      {(tools) => {
        if (!isMine) return <OthersBubble {...stands} {...who} tools={tools} />;
        if (log === "flat") return <OthersBubble {...stands} {...who} tools={tools} foot={foot} />;
        return <OwnBubble {...stands} tools={tools} foot={foot} />;
      }}
    </Actable>
  );
}

interface EditingProps {
  message: Message;
  began: Message;
  room: Room;
  me: Me;
  onClose: () => void;
}

function Editing({ room, me, ...rest }: EditingProps) {
  const { enter } = usePreferences();
  return (
    <Suspense>
      <EditField roomId={room.room.room_id} enterSends={enter === "send"} contact={me.contact} {...rest} />
    </Suspense>
  );
}

/** Several in a row that the same people have read carry it once, below the last. */
function footOf(
  { message, next }: Extract<Row, { kind: "message" }>,
  marks: Mark[],
  inPair: boolean,
): ReactNode {
  const readers = readersOf(marks, message.ordinal);
  const asNext = next !== null && readersOf(marks, next.ordinal) === readers;
  return !asNext && <Foot message={message} readers={readers} inPair={inPair} />;
}

interface FootProps {
  message: Message;
  readers: number;
  inPair: boolean;
}

/** Under an own message: how many have read it, and when it was said. Between two, one is enough to say so. */
function Foot({ message, readers, inPair }: FootProps) {
  return (
    <p className="figures flex items-center gap-2 pt-0.5 text-small text-soft">
      {readers > 0 && (
        <span className="text-accent-firm">
          {inPair ? <Trans>既読</Trans> : <Trans>既読 {readers}</Trans>}
        </span>
      )}
      <time dateTime={message.posted_at}>{bubbleTime(message.posted_at)}</time>
    </p>
  );
}
