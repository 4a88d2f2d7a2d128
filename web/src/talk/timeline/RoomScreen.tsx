/** A room on the screen: its messages, and beside, over or instead of them its members, as the window allows. */
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useLayoutEffect, useRef, useState } from "react";

import type { Me, MessageId, Room, RoomRow } from "@/generated/wire";
import { Refusal } from "@/platform/refusals";
import { showsBodies } from "@/talk/federation/showsBodies";
import { mayInviteGuests } from "@/talk/guests/mayInvite";
import { useOutbox } from "@/talk/messages/outbox";
import { PinLine } from "@/talk/pins/PinLine";
import { EndedBar } from "@/talk/rooms/EndedBar";
import { fromOf, RoomHeader } from "@/talk/rooms/RoomHeader";
import { Button } from "@/ui/Button";
import { hasOwnKeyboard, midWindow, useMedia, wideWindow } from "@/ui/media";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { usePrintKey } from "@/ui/onPaper";
import { Soon } from "@/ui/Soon";

import { Asked, type What } from "./Asked";
import { Messages } from "./Messages";
import { isLookedAt, Pane } from "./Pane";
import { Side, type SideShown } from "./Side";
import { ThreadSide } from "./thread/ThreadSide";
import { useAnswering } from "./useAnswering";
import { Writing } from "./Writing";

const Members = lazy(() => import("@/talk/rooms/Members").then((file) => ({ default: file.Members })));
const Predecessors = lazy(() =>
  import("@/talk/departments/Predecessors").then((file) => ({ default: file.Predecessors })),
);
const PinBoard = lazy(() => import("@/talk/pins/PinBoard").then((file) => ({ default: file.PinBoard })));
const Gallery = lazy(() => import("@/talk/attachments/Gallery").then((file) => ({ default: file.Gallery })));

interface Props {
  room: Room;
  me: Me;
  asked: MessageId | null;
  side: SideShown;
  thread: ThreadShown | null;
  /** Other rooms stand at its side: what would stand beside it slides over it. */
  isAmongOthers?: boolean;
  /** It stands at the side of the room of the address. */
  isBeside?: boolean;
  onBack: () => void;
  onLeft: () => void;
  onNewest: () => void;
  onMembers: (shown: boolean) => void;
  onPins: (shown: boolean) => void;
  onGallery: (shown: boolean) => void;
  /** Shows a thread, and in it an answer; none closes it. */
  onThread: (under: MessageId | null, asked?: MessageId) => void;
}

export interface ThreadShown {
  under: MessageId;
  /** The answer to which a permalink led. */
  asked: MessageId | null;
}

export function RoomScreen(props: Props) {
  const { room, me, asked, side, thread, onBack, onLeft, onNewest, onThread } = props;
  const { onMembers, onPins, onGallery } = props;
  const { isBeside, isAmongOthers } = placeOf(props);
  const [asking, ask] = useState<What | null>(null);
  const outbox = useOutbox(room);
  const field = useRef<HTMLTextAreaElement>(null);
  const onEditLast = useRef<((from: HTMLElement) => void) | null>(null);
  const answering = useAnswering(outbox, field);
  const toField = () => field.current?.focus({ preventScroll: true });
  const isWide = useMedia(wideWindow) && !isAmongOthers;
  const isMid = useMedia(midWindow);
  const heading = useHeading(room.room);
  // What is asked already is not torn away from whoever is writing an answer to it.
  usePrintKey(() => ask((asked) => asked ?? "print"), {
    isMeant: () => isPrintMeant(me, room.room, isBeside),
  });
  const isAlone = side !== null && !isMid;
  const shut = {
    members: () => onMembers(false),
    pins: () => onPins(false),
    gallery: () => onGallery(false),
    thread: () => onThread(null),
  };

  return (
    <>
      <Pane room={room} isBeside={isBeside} isHidden={isAlone}>
        <RoomHeader
          room={room.room}
          people={room.people}
          from={fromOf(room, me)}
          {...{ heading, onBack }}
          membersShown={side === "members"}
          onClose={isBeside ? onBack : null}
          onMembers={() => onMembers(side !== "members")}
          onInvite={() => ask("invite")}
          onGallery={() => onGallery(true)}
          onSet={() => ask("settings")}
          onNotify={() => ask("notify")}
          onPrint={() => ask("print")}
          mayPrint={mayPrint(me)}
          onLeave={() => ask("leave")}
        />
        <PinLine
          roomId={room.room.room_id}
          pins={room.pins}
          boardShown={side === "pins"}
          onBoard={() => onPins(side !== "pins")}
        />
        <EndedBar room={room.room} onSet={() => ask("settings")} />
        <Soon of="messages" frame={<div className="grow" />}>
          <Messages {...{ room, me, asked, outbox, answering, toField, onEditLast, onNewest, onThread }} />
        </Soon>
        <Writing
          whole={room}
          me={me}
          quiet={asked !== null || thread !== null}
          field={field}
          onPost={answering.post}
          answering={answering}
          onUp={(from) => onEditLast.current?.(from)}
        />
      </Pane>
      {side === "thread" && thread && (
        <ThreadSide
          key={thread.under}
          {...{ room, me, outbox, isWide, isAlone }}
          {...thread}
          onClose={shut.thread}
        />
      )}
      {side && side !== "thread" && (
        <Side shown={side} isWide={isWide} isAlone={isAlone} onClose={shut[side]}>
          <Soon of={side} frame={null}>
            <Beside {...{ side, room, me, ask }} onClose={shut[side]} />
          </Soon>
        </Side>
      )}
      <Suspense>
        {asking && <Asked what={asking} room={room} me={me} onClose={() => ask(null)} onLeft={onLeft} />}
      </Suspense>
    </>
  );
}

const mayPrint = ({ capabilities }: Me) => capabilities.includes("timeline.print");

function isPrintMeant(me: Me, { room_id }: RoomRow, isBeside: boolean): boolean {
  return mayPrint(me) && isLookedAt(room_id, isBeside);
}

function placeOf({ isBeside = false, isAmongOthers = isBeside }: Props) {
  return { isBeside, isAmongOthers };
}

interface BesideProps {
  side: "members" | "pins" | "gallery";
  room: Room;
  me: Me;
  ask: (what: What) => void;
  onClose: () => void;
}

function Beside({ side, room: whole, me, ask, onClose }: BesideProps) {
  const { room, label, rules, members, pins, people } = whole;
  if (side === "gallery") {
    return (
      <Suspense>
        <Gallery roomId={room.room_id} me={me} onClose={onClose} />
      </Suspense>
    );
  }
  if (side === "pins") {
    return (
      <Suspense>
        <PinBoard {...{ room, pins, people, onClose }} contact={me.contact} />
      </Suspense>
    );
  }
  return (
    <Suspense>
      <Members
        {...{ room, label, members, people, onClose }}
        onInvite={() => ask("invite")}
        onSet={() => ask("settings")}
        onGuests={mayInviteGuests(room, me) ? () => ask("guests") : null}
        onBodies={showsBodies(room, me) ? () => ask("bodies") : null}
        others={room.kind === "department" && <Predecessors roomId={room.room_id} />}
        showsPast={rules.shows_past}
        me={me.account_id}
        contact={me.contact}
      />
    </Suspense>
  );
}

/** On touch, the head of the room takes the focus when the room opens: the keyboard stays away. */
function useHeading({ room_id }: RoomRow) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is another opening.
  useLayoutEffect(() => {
    if (!hasOwnKeyboard()) heading.current?.focus({ preventScroll: true });
  }, [room_id]);
  return heading;
}

interface ShutProps {
  error: Error | null;
  contact: string;
  onBack: () => void;
  onAgain: () => void;
}

/** A room that does not open: gone, never mine, or simply not reached. */
export function RoomShut({ error, contact, onBack, onAgain }: ShutProps) {
  const isGone = error instanceof Refusal && error.status === 404;
  return (
    <main className="grid min-w-0 grow place-items-center">
      {isGone ? (
        <Notice
          urgent
          icon="alert"
          title={<Trans>このルームは開けません。</Trans>}
          action={
            <Button onPress={onBack}>
              <Trans>一覧へ戻る</Trans>
            </Button>
          }
        >
          <Trans>退出したルームか、アドレスが違います。メンバーに加えてもらうと開けます。</Trans>
        </Notice>
      ) : (
        <NotRead title={<Trans>ルームを読み込めませんでした。</Trans>} contact={contact} onAgain={onAgain} />
      )}
    </main>
  );
}
