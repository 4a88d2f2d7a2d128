/** A room in かんたん表示: its messages and one place to write, nothing beside them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";

import type { Me, MessageId, Room, RoomId, Screen } from "@/generated/wire";
import { useOutbox } from "@/talk/messages/outbox";
import { useRoom } from "@/talk/rooms/rooms";
import { Messages } from "@/talk/timeline/Messages";
import { RoomShut } from "@/talk/timeline/RoomScreen";
import { ThreadPane } from "@/talk/timeline/thread/ThreadPane";
import { useAnswering } from "@/talk/timeline/useAnswering";
import { Writing } from "@/talk/timeline/Writing";
import { Waiting } from "@/ui/Waiting";

import { Head, ToList } from "./SimpleHead";
import { TabTitle } from "./TabTitle";

export function SimpleRoom({ roomId, screen }: { roomId: RoomId; screen: Screen }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const known = useRoom(roomId);
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
  return <Open key={roomId} room={room} me={screen.me} />;
}

function Open({ room, me }: { room: Room; me: Me }) {
  const outbox = useOutbox(room.room.room_id);
  const field = useRef<HTMLTextAreaElement>(null);
  const onEditLast = useRef<((from: HTMLElement) => void) | null>(null);
  const answering = useAnswering(outbox, field);
  const [under, openThread] = useState<MessageId | null>(null);
  const toField = () => field.current?.focus({ preventScroll: true });
  if (under) {
    return (
      <main className="flex min-h-0 grow flex-col">
        <ThreadPane {...{ room, me, under, outbox }} asked={null} onClose={() => openThread(null)} />
      </main>
    );
  }
  return (
    <main className="flex min-h-0 grow flex-col">
      <TabTitle says={room.room.name} />
      <Head>
        <ToList />
        <h1 className="min-w-0 grow text-lead font-bold">
          {room.room.name}{" "}
          <span className="figures text-small font-normal text-soft">
            <Trans>{room.room.member_count}人</Trans>
          </span>
        </h1>
      </Head>
      <Messages
        {...{ room, me, outbox, answering, toField, onEditLast }}
        asked={null}
        onNewest={() => {}}
        onThread={openThread}
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
    </main>
  );
}
