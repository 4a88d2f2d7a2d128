/** The messages of an open room with what is on its way, and the voice that tells what arrives. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useImperativeHandle, useMemo, useState } from "react";

import type { Me, Message, MessageId, People, Room, RoomRow } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { facesOf } from "@/people/accounts/faces";
import { Log } from "@/talk/messages/Log";
import type { OutboxView } from "@/talk/messages/outbox";
import { type PageView, usePage } from "@/talk/messages/page";
import { rowsOf } from "@/talk/messages/rows";
import { quoteNow } from "@/talk/messages/window";
import { namedAt, plainText } from "@/talk/messages/words";
import { useLook, useMark } from "@/talk/receipts/marks";
import { shownIn } from "@/talk/rooms/quiet";
import { WritersLine } from "@/talk/typing/WritersLine";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";
import { AnsweringBar } from "./AnsweringBar";
import { Actions } from "./actions/Actions";
import { Asking } from "./actions/Asking";
import { copySelected } from "./actions/copySelected";
import { mayEdit } from "./actions/mayEdit";
import { useActing, useWays } from "./actions/useActing";
import { LogRow } from "./LogRow";
import { ReadBy } from "./ReadBy";
import type { Answering } from "./useAnswering";

interface Props {
  room: Room;
  me: Me;
  asked: MessageId | null;
  outbox: OutboxView;
  toField: () => void;
  /** Where one writes asks for the last own message, to put it right. */
  onEditLast: RefObject<((from: HTMLElement) => void) | null>;
  answering: Answering;
  /** Leaves a permalink for the end of the room. */
  onNewest: () => void;
  /** Shows what stands under a message, and in it the one to which a permalink led. */
  onThread: (under: MessageId, asked?: MessageId) => void;
}

export function Messages(props: Props) {
  const { t } = useLingui();
  const { room, me, asked } = props;
  const page = usePage(room.room.room_id, asked ? { around: asked } : {});
  if (page.status !== "success") {
    return (
      <div className="grid min-h-0 grow place-items-center overflow-y-auto">
        {page.status === "pending" && <Waiting says={t`メッセージを読み込んでいます`} />}
        {page.status === "error" && (
          <NotRead
            title={<Trans>メッセージを読み込めませんでした。</Trans>}
            contact={me.contact}
            onAgain={page.reload}
          />
        )}
      </div>
    );
  }
  return <Read page={page} {...props} />;
}

function Read(props: Props & { page: PageView }) {
  const { page, room, me, asked, outbox, toField, onEditLast, answering, onNewest, onThread } = props;
  const { t } = useLingui();
  const roomId = room.room.room_id;
  const mark = useMark(roomId);
  useLook(roomId);
  const readTo = useUnreadLine(room.room);
  const [turn, turnOver] = useState(0);
  const people = useMemo(() => ({ ...room.people, ...page.people }), [room.people, page.people]);
  const faces = useMemo(() => facesOf(Object.values(people)), [people]);
  const acting = useActing();
  useWays(acting, answering.reply, onThread);
  useAnswerAsked(page.messages, asked, onThread);
  const { messages, hasOlder, hasNewer, loadOlder, loadNewer, marks, reactions } = page;
  // What was taken back meanwhile is not read above what is still on its way either.
  const answeringNow = (each: OutboxView["waiting"][number]) => ({
    ...each,
    quote: each.quote && quoteNow(each.quote, messages),
  });
  const rows = rowsOf({
    messages,
    lines: shownIn(room, page.lines),
    waiting: hasNewer ? [] : outbox.waiting.filter(isOfRoom).map(answeringNow),
    hasOlder,
    readTo: turn === 0 ? readTo : null,
    me: me.account_id,
  });
  useImperativeHandle(onEditLast, () => (from) => {
    const last = messages.findLast(
      (each) => each.author_id === me.account_id && !each.is_withdrawn && each.in_room,
    );
    if (last && mayEdit(last, room)) acting.edit(last, from);
  });
  const toNewest = () => page.toNewest().then(() => turnOver((before) => before + 1));

  return (
    <ReadBy {...{ me, people, room }}>
      <Log
        key={turn}
        label={t`${room.room.name}のメッセージ`}
        rows={rows}
        asked={turn === 0 ? asked : null}
        {...{ hasOlder, hasNewer, loadOlder, loadNewer }}
        onSeen={mark}
        onNewest={asked ? onNewest : toNewest}
        unread={room.room.unread}
        onCopy={(event) => copySelected(event, messages, people)}
      >
        {(row) => (
          <LogRow
            row={row}
            sight={{
              ...{ room, me, people, faces, marks, reactions, asked, outbox, acting, toField, onThread },
              ...{ threads: page.threads, under: null, root: null },
            }}
          />
        )}
      </Log>
      <WritersLine roomId={roomId} people={people} newest={messages.at(-1)} />
      <Actions acting={acting} />
      <Asking acting={acting} />
      <AnsweringBar {...{ answering, messages, people }} />
      <Voice newest={hasNewer ? undefined : messages.at(-1)} me={me} people={people} />
    </ReadBy>
  );
}

/** The line stays where unread began until the room is left, whatever is read meanwhile; one's own hand moves it back. */
function useUnreadLine({ unread, mark }: RoomRow): number | null {
  const [readTo, setReadTo] = useState(unread > 0 ? mark : null);
  const [known, setKnown] = useState(mark);
  if (known !== mark) {
    setKnown(mark);
    if (mark < known) setReadTo(mark);
  }
  return readTo;
}

const isOfRoom = ({ under }: OutboxView["waiting"][number]) => under?.in_room !== false;

/** A permalink to an answer leads into its thread. */
function useAnswerAsked(messages: Message[], asked: MessageId | null, onThread: Props["onThread"]) {
  const found = messages.find((each) => each.message_id === asked);
  const under = found && !found.in_room ? found.thread_id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it leads there once.
  useEffect(() => {
    if (under && asked) onThread(under, asked);
  }, [under, asked]);
}

/** Speaks only what arrives in the open room, never what scrolling brings in. */
function Voice({ newest, me, people }: { newest: Message | undefined; me: Me; people: People }) {
  const { t } = useLingui();
  const [known] = useState(newest?.ordinal ?? 0);
  const author = newest && people[namedAt(newest)];
  return (
    <div aria-live="polite" className="sr-only">
      {newest && !newest.is_withdrawn && author && isNewsTo(me, known)(newest) && (
        <p key={newest.message_id}>
          {/* Words of people go through `t`: a component would take a < in them for one of its own elements. */}
          {author.kind === "department"
            ? t`${fullName(author)}：${plainText(newest.parts)}`
            : t`${fullName(author)}さん：${plainText(newest.parts)}`}
        </p>
      )}
    </div>
  );
}

function isNewsTo(me: Me, seen: number) {
  return (message: Message) => message.ordinal > seen && message.author_id !== me.account_id;
}
