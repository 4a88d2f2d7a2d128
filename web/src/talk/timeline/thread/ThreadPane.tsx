/** A thread in a pane of its own: the message that began it, its answers, and where one writes the next. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo, useRef, useState } from "react";

import type { Me, MessageId, Room } from "@/generated/wire";
import { facesOf } from "@/people/accounts/faces";
import { Log } from "@/talk/messages/Log";
import type { OutboxView } from "@/talk/messages/outbox";
import { type PageView, usePage } from "@/talk/messages/page";
import { rowsOf } from "@/talk/messages/rows";
import { quoteNow } from "@/talk/messages/window";
import { AnsweringBar } from "@/talk/timeline/AnsweringBar";
import { Actions } from "@/talk/timeline/actions/Actions";
import { copySelected } from "@/talk/timeline/actions/copySelected";
import { type Acting, useWays } from "@/talk/timeline/actions/useActing";
import { LogRow } from "@/talk/timeline/LogRow";
import { ReadBy } from "@/talk/timeline/ReadBy";
import { useAnswering } from "@/talk/timeline/useAnswering";
import { Writing } from "@/talk/timeline/Writing";
import { IconButton } from "@/ui/IconButton";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";
import { AlsoInRoom } from "./AlsoInRoom";

interface Props {
  room: Room;
  me: Me;
  under: MessageId;
  /** The answer to which a permalink led. */
  asked: MessageId | null;
  outbox: OutboxView;
  /** What it asks stands outside of the pane. */
  acting: Acting;
  onClose: () => void;
}

export function ThreadPane(props: Props) {
  const { t } = useLingui();
  const { room, me, under, onClose } = props;
  const page = usePage(room.room.room_id, { under });
  return (
    <>
      <div className="flex min-h-15 shrink-0 items-center gap-2 border-b border-line py-1.5 pr-2 pl-4 mid:min-h-18">
        <h2 className="grow text-body font-bold">
          <Trans>やり取り</Trans>
        </h2>
        <IconButton icon="close" label={t`やり取りを閉じる`} onPress={onClose} />
      </div>
      {page.status === "pending" && <Waiting says={t`やり取りを読み込んでいます`} />}
      {page.status === "error" && (
        <NotRead
          title={<Trans>やり取りを読み込めませんでした。</Trans>}
          contact={me.contact}
          onAgain={page.reload}
        />
      )}
      {page.status === "success" && <Read page={page} {...props} />}
    </>
  );
}

function Read({ page, room, me, under, asked, outbox, acting }: Props & { page: PageView }) {
  const { t } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const [inRoom, alsoInRoom] = useState(false);
  const answering = useAnswering(
    { post: (parts, quote) => outbox.post(parts, quote, { thread: under, in_room: inRoom }) },
    field,
  );
  useWays(acting, answering.reply, noThread);
  const people = useMemo(() => ({ ...room.people, ...page.people }), [room.people, page.people]);
  const faces = useMemo(() => facesOf(Object.values(people)), [people]);
  const { messages, root, hasOlder, hasNewer, loadOlder, loadNewer, marks, reactions } = page;
  const waiting = outbox.waiting.filter((each) => each.under?.thread === under);
  const rows = rowsOf({
    messages,
    lines: [],
    waiting: waiting.map((each) => ({ ...each, quote: each.quote && quoteNow(each.quote, messages) })),
    hasOlder,
    readTo: null,
    me: me.account_id,
    inThread: true,
  });
  const toField = () => field.current?.focus({ preventScroll: true });
  const sight = { room, me, people, faces, marks, reactions, asked, outbox, acting, toField };
  const thread = { threads: page.threads, under, root, onThread: noThread };
  return (
    <ReadBy {...{ me, people, room }}>
      <Log
        label={t`やり取り`}
        rows={rows}
        asked={asked}
        {...{ hasOlder, hasNewer, loadOlder, loadNewer }}
        onSeen={noThread}
        onNewest={page.toNewest}
        unread={0}
        onCopy={(event) => copySelected(event, messages, people)}
      >
        {(row) => <LogRow row={row} sight={{ ...sight, ...thread }} />}
      </Log>
      <Actions acting={acting} />
      <AnsweringBar {...{ answering, messages, people }} />
      {root && (
        <Writing
          whole={room}
          me={me}
          under={under}
          quiet={asked !== null}
          field={field}
          onPost={(parts) => {
            answering.post(parts);
            alsoInRoom(false);
          }}
          answering={answering}
          inRoom={inRoom}
          onUp={noThread}
          choice={<AlsoInRoom isChosen={inRoom} onChange={alsoInRoom} />}
        />
      )}
    </ReadBy>
  );
}

/** Reading here moves no mark: that of the room stands for everything in it, in its order. Threads have one level. */
const noThread = () => {};
