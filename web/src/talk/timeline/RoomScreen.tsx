/** A room on the screen: its messages, and beside, over or instead of them its members, as the window allows. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";

import type { Me, MessageId, Room, RoomRow } from "@/generated/wire";
import { Refusal } from "@/platform/refusals";
import { useOutbox } from "@/talk/messages/outbox";
import { Members } from "@/talk/rooms/Members";
import { RoomHeader } from "@/talk/rooms/RoomHeader";
import { Button } from "@/ui/Button";
import { Drawer } from "@/ui/Drawer";
import { hasOwnKeyboard, midWindow, useMedia, wideWindow } from "@/ui/media";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";

import { Messages } from "./Messages";
import { Writing } from "./Writing";

// Choosing people is heavy, and questions are rare: they come when they are asked for.
const Invite = lazy(() => import("@/talk/rooms/Invite").then((file) => ({ default: file.Invite })));
const Leave = lazy(() => import("@/talk/rooms/Leave").then((file) => ({ default: file.Leave })));
const EndPractice = lazy(() =>
  import("@/talk/practice/EndPractice").then((file) => ({ default: file.EndPractice })),
);

interface Props {
  room: Room;
  me: Me;
  asked: MessageId | null;
  membersShown: boolean;
  onBack: () => void;
  onLeft: () => void;
  onNewest: () => void;
  onMembers: (shown: boolean) => void;
}

export function RoomScreen({ room, me, asked, membersShown, onBack, onLeft, onNewest, onMembers }: Props) {
  const [asking, ask] = useState<"invite" | "leave" | null>(null);
  const outbox = useOutbox(room.room.room_id);
  const field = useRef<HTMLTextAreaElement>(null);
  const onEditLast = useRef<((from: HTMLElement) => void) | null>(null);
  const toField = () => field.current?.focus({ preventScroll: true });
  const isWide = useMedia(wideWindow);
  const isMid = useMedia(midWindow);
  const aside = (
    <Members
      room={room.room}
      members={room.members}
      people={room.people}
      me={me.account_id}
      onInvite={() => ask("invite")}
      onClose={() => onMembers(false)}
    />
  );
  const heading = useHeading(room.room);
  const isAlone = membersShown && !isMid;

  return (
    <>
      <main className={`min-w-0 grow flex-col ${isAlone ? "hidden" : "flex"}`}>
        <RoomHeader
          room={room.room}
          heading={heading}
          membersShown={membersShown}
          onBack={onBack}
          onMembers={() => onMembers(!membersShown)}
          onInvite={() => ask("invite")}
          onLeave={() => ask("leave")}
        />
        <Messages {...{ room, me, asked, outbox, toField, onEditLast, onNewest }} />
        <Writing
          room={room.room}
          quiet={asked !== null}
          field={field}
          onPost={outbox.post}
          onUp={(from) => onEditLast.current?.(from)}
        />
      </main>
      {membersShown && (
        <Side isWide={isWide} isAlone={isAlone} onClose={() => onMembers(false)}>
          {aside}
        </Side>
      )}
      <Suspense>
        {asking === "invite" && <Invite room={room} contact={me.contact} onClose={() => ask(null)} />}
        {asking === "leave" && room.room.kind === "practice" && (
          <EndPractice contact={me.contact} onClose={() => ask(null)} onEnded={onLeft} />
        )}
        {asking === "leave" && room.room.kind !== "practice" && (
          <Leave
            room={room}
            me={me.account_id}
            contact={me.contact}
            onClose={() => ask(null)}
            onLeft={onLeft}
          />
        )}
      </Suspense>
    </>
  );
}

interface SideProps {
  isWide: boolean;
  isAlone: boolean;
  onClose: () => void;
  children: ReactNode;
}

function Side({ isWide, isAlone, onClose, children }: SideProps) {
  const { t } = useLingui();
  const label = t`ルームのメンバー`;
  if (!isWide && !isAlone) {
    return (
      <Drawer label={label} onClose={onClose}>
        {children}
      </Drawer>
    );
  }
  const width = isAlone ? "w-full" : "w-[21.5rem] shrink-0 border-l border-line";
  return (
    <aside aria-label={label} className={`flex min-h-0 flex-col ${width}`}>
      {children}
    </aside>
  );
}

/** On touch, the head of the room takes the focus when the room opens: the keyboard stays away. */
function useHeading({ room_id }: RoomRow) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is another opening.
  useEffect(() => {
    if (!hasOwnKeyboard()) heading.current?.focus({ preventScroll: true });
  }, [room_id]);
  return heading;
}

interface ShutProps {
  error: Error;
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
