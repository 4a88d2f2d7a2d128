/** One line of the log, whatever it is: a day, an unread line, a message with its 既読, or one on its way. */
import { lazy, type ReactNode, Suspense } from "react";

import type {
  Mark,
  Me,
  Message,
  MessageId,
  People,
  Quote,
  Room,
  Reactions as Signs,
  Threads,
} from "@/generated/wire";
import type { Faces } from "@/people/accounts/faces";
import { OthersBubble, OwnBubble } from "@/talk/messages/Bubble";
import { forWhomOf } from "@/talk/messages/forWhom";
import { Gone } from "@/talk/messages/Gone";
import { BeginningLine, DayLine, UnreadLine } from "@/talk/messages/Lines";
import { OutboxRow } from "@/talk/messages/OutboxRow";
import type { OutboxView } from "@/talk/messages/outbox";
import { QuoteLine } from "@/talk/messages/QuoteLine";
import type { Row } from "@/talk/messages/rows";
import { namedAt } from "@/talk/messages/words";
import { Reactions } from "@/talk/reactions/Reactions";
import { readersOf } from "@/talk/receipts/marks";
import { MadeFor } from "@/talk/rooms/MadeFor";
import { QuietLine } from "@/talk/rooms/QuietLine";
import { usePreferences } from "@/ui/preferences";

import { Actable } from "./actions/Actable";
import { type Acting, useNowOf } from "./actions/useActing";
import { footOf } from "./Foot";
import { Held } from "./Held";
import { Root } from "./thread/Root";
import { AnswersLine, OfThread, ThreadLine } from "./thread/ThreadLine";

const EditField = lazy(() => import("./EditField").then((file) => ({ default: file.EditField })));

/** What every line of a room's log may need to know. */
export interface Sight {
  room: Room;
  me: Me;
  people: People;
  faces: Faces;
  marks: Mark[];
  reactions: Signs;
  asked: MessageId | null;
  outbox: OutboxView;
  acting: Acting;
  /** What stands under which message. */
  threads: Threads;
  /** In a thread: the message under which all of this stands, and what it says. */
  under: MessageId | null;
  root: Message | null;
  onThread: (under: MessageId, asked?: MessageId) => void;
  /** Puts the focus back where one writes, when what had it is gone. */
  toField: () => void;
}

export function LogRow({ row, sight }: { row: Row; sight: Sight }) {
  switch (row.kind) {
    case "beginning":
      return (
        <BeginningLine
          purpose={sight.room.purpose}
          isEmpty={sight.room.room.newest_ordinal === 0}
          made={<MadeFor room={sight.room} />}
        />
      );
    case "day":
      return <DayLine at={row.at} />;
    case "unread":
      return <UnreadLine />;
    case "quiet":
      return <QuietLine line={row.line} />;
    case "root":
      return <Head sight={sight} />;
    case "answers":
      return <Answers answers={row.answers} sight={sight} />;
    case "waiting":
      return (
        <OutboxRow
          waiting={row.waiting}
          quote={quoteIn(row.waiting.quote, sight)}
          contact={sight.me.contact}
          held={
            <Held
              waiting={row.waiting}
              roomId={sight.room.room.room_id}
              onTakeBack={() => {
                sight.outbox.discard(row.waiting.send_key);
                sight.toField();
              }}
            />
          }
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
  const began = useNowOf(acting, ({ editing }) =>
    editing?.message_id === message.message_id ? editing : null,
  );
  if (message.is_withdrawn) {
    const by = message.withdrawn_by;
    return (
      <div className="grid justify-items-center">
        <Gone message={message} isMine={isMine} person={person} by={by ? sight.people[by] : undefined} />
        <Thread {...{ message, sight }} side="center" />
      </div>
    );
  }
  if (began) {
    return <Editing message={message} began={began} room={room} me={me} onClose={acting.edited} />;
  }
  const marked = message.message_id === sight.asked;
  const stands = {
    message,
    begins,
    marked,
    forWhom: forWhomOf(message, sight.people),
    quote: aboveOf(message, sight),
    signs: <Under {...{ message, sight }} atEnd={isMine && log !== "flat"} />,
  };
  const readers = readersOf(sight.marks, message.ordinal);
  const named = sight.people[namedAt(message)];
  const foot = isMine && footOf(row, sight, log === "flat");

  return (
    <Actable
      // Taken out of here, it stands under the name of the unit that has said it.
      subject={{ ...{ message, room, me, readers }, person: named, inThread: sight.under !== null }}
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

function Head({ sight }: { sight: Sight }) {
  const { root, under, threads } = sight;
  const row = root && { kind: "message" as const, key: "root", message: root, begins: true, next: null };
  return <Root count={(under && threads[under]?.count) || 0}>{row && <Said row={row} sight={sight} />}</Root>;
}

/** What it answers, and the way to the thread of an answer that stands in the room too. */
function aboveOf(message: Message, sight: Sight): ReactNode {
  const { thread_id, message_id } = message;
  if (!thread_id || sight.under) return quoteIn(message.quote, sight);
  return (
    <>
      <OfThread onOpen={() => sight.onThread(thread_id, message_id)} />
      {quoteIn(message.quote, sight)}
    </>
  );
}

function Answers({ answers, sight }: { answers: Message[]; sight: Sight }) {
  const { me, people } = sight;
  const first = answers[0];
  const open = () => first?.thread_id && sight.onThread(first.thread_id, first.message_id);
  return <AnswersLine {...{ answers, me, people }} onOpen={open} />;
}

function quoteIn(quote: Quote | null, { people, room }: Sight): ReactNode {
  if (!quote) return null;
  const person = quote.author_id ? people[quote.author_id] : undefined;
  return <QuoteLine quote={quote} person={person} roomId={room.room.room_id} />;
}

interface EditingProps {
  message: Message;
  began: Message;
  room: Room;
  me: Me;
  onClose: () => void;
}

function Editing(props: EditingProps) {
  const { enter } = usePreferences();
  return (
    <Suspense>
      <EditField enterSends={enter === "send"} {...props} />
    </Suspense>
  );
}

const none: Signs[string] = [];

interface UnderProps {
  message: Message;
  sight: Sight;
  atEnd: boolean;
}

function Under({ message, sight, atEnd }: UnderProps) {
  const { room, me, reactions } = sight;
  return (
    <>
      <Reactions
        room_id={room.room.room_id}
        message_id={message.message_id}
        reactions={reactions[message.message_id] ?? none}
        contact={me.contact}
        atEnd={atEnd}
      />
      <Thread {...{ message, sight }} side={atEnd ? "end" : "start"} />
    </>
  );
}

interface ThreadProps {
  message: Message;
  sight: Sight;
  side: "start" | "end" | "center";
}

function Thread({ message: { message_id }, sight, side }: ThreadProps) {
  const thread = sight.threads[message_id];
  if (!thread || sight.under) return null;
  return <ThreadLine thread={thread} side={side} onOpen={() => sight.onThread(message_id)} />;
}
