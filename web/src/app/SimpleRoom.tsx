/** A room in かんたん表示: its messages and one place to write, nothing beside them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMatchRoute, useNavigate, useParams } from "@tanstack/react-router";
import { type ComponentProps, lazy, Suspense, useRef, useState } from "react";

import type { Me, MessageId, Room, RoomId, Screen } from "@/generated/wire";
import { useOutbox } from "@/talk/messages/outbox";
import { fromElsewhere } from "@/talk/rooms/from";
import { useRoom } from "@/talk/rooms/rooms";
import { Asking } from "@/talk/timeline/actions/Asking";
import { useActing } from "@/talk/timeline/actions/useActing";
import { Messages } from "@/talk/timeline/Messages";
import { useOffPaper } from "@/talk/timeline/Pane";
import { ToPaper } from "@/talk/timeline/paper/ToPaper";
import { RoomShut } from "@/talk/timeline/RoomScreen";
import { ThreadPane } from "@/talk/timeline/thread/ThreadPane";
import { useAnswering } from "@/talk/timeline/useAnswering";
import { Writing } from "@/talk/timeline/Writing";
import { Button } from "@/ui/Button";
import { usePrintKey } from "@/ui/onPaper";
import { Waiting } from "@/ui/Waiting";

import { Head, ToList } from "./SimpleHead";
import { TabTitle } from "./TabTitle";

const Gallery = lazy(() => import("@/talk/attachments/Gallery").then((file) => ({ default: file.Gallery })));

export function SimpleRoom({ roomId, screen }: { roomId: RoomId; screen: Screen }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const known = useRoom(roomId);
  const asked = useAsked();
  if (known.isPending) return <Waiting says={t`ルームを読み込んでいます`} />;
  if (!known.data) {
    return (
      <RoomShut
        error={known.error}
        contact={screen.me.contact}
        onBack={() => navigate({ to: "/rooms" })}
        onAgain={() => known.refetch()}
      />
    );
  }
  const row = screen.rooms.find((each) => each.room_id === roomId);
  const room = row ? { ...known.data, room: row } : known.data;
  return <Open key={`${roomId} ${asked.message ?? ""}`} room={room} me={screen.me} asked={asked} />;
}

/** What of the room the address names. */
interface Asked {
  message: MessageId | null;
  thread: MessageId | null;
  answer: MessageId | null;
}

/** The address is the one place where an id is a bare word. */
function useAsked(): Asked {
  const { messageId, threadId, answerId } = useParams({ strict: false });
  return {
    message: (messageId as MessageId | undefined) ?? null,
    thread: (threadId as MessageId | undefined) ?? null,
    answer: (answerId as MessageId | undefined) ?? null,
  };
}

interface OpenProps {
  room: Room;
  me: Me;
  asked: Asked;
}

/** The room or a thread of it, and, when it is asked for, the room on paper. */
function Open({ room, me, asked }: OpenProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const outbox = useOutbox(room);
  const field = useRef<HTMLTextAreaElement>(null);
  const onEditLast = useRef<((from: HTMLElement) => void) | null>(null);
  const answering = useAnswering(outbox, field);
  const [isPrinting, setPrinting] = useState(false);
  usePrintKey(() => setPrinting(true));
  const offPaper = useOffPaper(room, t`ルームは、ルームを開いて Ctrl＋P を押すと印刷できます。`);
  const params = { roomId: room.room.room_id };
  const toRoom = () => void navigate({ to: "/rooms/$roomId", params, replace: true });
  const toThread = (threadId: MessageId) =>
    void navigate({ to: "/rooms/$roomId/threads/$threadId", params: { ...params, threadId } });
  const toGallery = () => void navigate({ to: "/rooms/$roomId/gallery", params });
  const atGallery = Boolean(useMatchRoute()({ to: "/rooms/$roomId/gallery" }));
  const toField = () => field.current?.focus({ preventScroll: true });
  if (atGallery) {
    return (
      <main {...offPaper} className="flex min-h-0 grow flex-col">
        <Suspense>
          <Gallery roomId={room.room.room_id} me={me} onClose={toRoom} />
        </Suspense>
      </main>
    );
  }
  return (
    <main {...offPaper} className="flex min-h-0 grow flex-col">
      {asked.thread ? (
        <Thread {...{ room, me, outbox }} under={asked.thread} asked={asked.answer} onClose={toRoom} />
      ) : (
        <>
          <HeadOf room={room} me={me} onGallery={toGallery} />
          <Messages
            {...{ room, me, outbox, answering, toField, onEditLast }}
            asked={asked.message}
            onNewest={toRoom}
            onThread={toThread}
          />
          <Writing
            whole={room}
            me={me}
            quiet={false}
            field={field}
            onPost={answering.post}
            answering={answering}
            onUp={(from) => onEditLast.current?.(from)}
          />
        </>
      )}
      {isPrinting && (
        <ToPaper
          room={{ ...room.room, purpose: room.purpose }}
          contact={me.contact}
          onClose={() => setPrinting(false)}
        />
      )}
    </main>
  );
}

function Thread(thread: Omit<ComponentProps<typeof ThreadPane>, "acting">) {
  const acting = useActing();
  return (
    <>
      <ThreadPane {...thread} acting={acting} />
      <Asking acting={acting} />
    </>
  );
}

interface HeadProps {
  room: Room;
  me: Me;
  onGallery: () => void;
}

function HeadOf({ room: { room, people }, me, onGallery }: HeadProps) {
  const from = fromElsewhere(room.other ? people[room.other] : undefined, me.tenant.name);
  return (
    <>
      <TabTitle says={room.name} />
      <Head>
        <ToList />
        <h1 className="min-w-0 grow text-lead font-bold">
          {room.name} {from && <span className="text-body font-normal">{from} </span>}
          <span className="figures text-small font-normal text-soft">
            <Trans>{room.member_count}人</Trans>
          </span>
        </h1>
        <Button icon="picture" onPress={onGallery}>
          <Trans>写真</Trans>
        </Button>
      </Head>
    </>
  );
}
