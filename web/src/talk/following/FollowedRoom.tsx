/** An open room as whoever follows it reads it: its messages, and where one would write, the way in. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, useState } from "react";

import type { FollowedRoom as Followed, Me, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { ReadHead, ReadLog, ReadPages } from "@/talk/messages/ReadLog";
import { useJoin } from "@/talk/rooms/kinds";
import { Button } from "@/ui/Button";
import { Drawer } from "@/ui/Drawer";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { usePrintKey } from "@/ui/onPaper";

import { FollowButton } from "./FollowButton";
import { useFollow, useFollowed, useLooked } from "./followed";

const Gallery = lazy(() => import("@/talk/attachments/Gallery").then((file) => ({ default: file.Gallery })));

interface Props {
  roomId: RoomId;
  me: Me;
  onBack: () => void;
  onEnter: (roomId: RoomId) => void;
  /** The room as it will lie on paper. */
  paper: (room: Followed, onClose: () => void) => ReactNode;
}

export function FollowedRoom(props: Props) {
  const { roomId, me, onBack } = props;
  const { t } = useLingui();
  return (
    <ReadPages
      found={useFollowed(roomId)}
      contact={me.contact}
      offPaper={t`ルームは、ルームの上の「印刷」から印刷します（Ctrl＋P）。`}
      gone={<Closed onBack={onBack} />}
    >
      {(pages, older) => pages[0] && <Read {...props} {...older} pages={pages} newest={pages[0]} />}
    </ReadPages>
  );
}

interface ReadProps extends Props {
  pages: Followed[];
  newest: Followed;
  hasOlder: boolean;
  loadOlder: () => Promise<void>;
}

function Read({ pages, newest, hasOlder, loadOlder, roomId, me, onBack, onEnter, paper }: ReadProps) {
  const { t } = useLingui();
  const [seen] = useState(newest.seen);
  useLooked(roomId, newest.newest_ordinal);
  const [isPrinting, setPrinting] = useState(false);
  const print = () => setPrinting(true);
  usePrintKey(print);
  const head = (
    <ReadHead
      back={<IconButton icon="back" label={t`追っているルームへ戻る`} onPress={onBack} />}
      name={newest.name}
      says={<Trans>オープンルーム・{newest.member_count}人が参加しています</Trans>}
    >
      <Hanging roomId={roomId} me={me} />
      <IconButton icon="print" label={t`印刷`} onPress={print} />
    </ReadHead>
  );
  return (
    <ReadLog
      room={newest}
      readTo={seen < newest.newest_ordinal ? seen : null}
      {...{ pages, me, head, hasOlder, loadOlder }}
    >
      <Foot room={newest} contact={me.contact} {...{ onBack, onEnter }} />
      {isPrinting && paper(newest, () => setPrinting(false))}
    </ReadLog>
  );
}

/** What hangs there, over the room. */
function Hanging({ roomId, me }: { roomId: RoomId; me: Me }) {
  const { t } = useLingui();
  const [isOpen, open] = useState(false);
  const close = () => open(false);
  const through = "/api/rooms/{room_id}/following/gallery";
  return (
    <>
      <IconButton icon="picture" label={t`写真・ファイル`} onPress={() => open(true)} />
      {isOpen && (
        <Drawer label={t`写真・ファイル`} onClose={close}>
          <Suspense>
            <Gallery {...{ roomId, me, through }} onClose={close} />
          </Suspense>
        </Drawer>
      )}
    </>
  );
}

interface FootProps {
  room: Followed;
  contact: string;
  onBack: () => void;
  onEnter: (roomId: RoomId) => void;
}

/** Where one would write. */
function Foot({ room: { room_id: roomId, name }, contact, onBack, onEnter }: FootProps) {
  const { t } = useLingui();
  const join = useJoin();
  const follow = useFollow();
  const busy = join.isPending || follow.isPending;
  return (
    <section
      aria-label={t`このルームへの参加`}
      className="grid shrink-0 gap-2 border-t border-line bg-sunken px-4 py-3 mid:px-5"
    >
      <Trouble error={join.error ?? follow.error} contact={contact} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-pretty text-small text-firm">
          <Trans>参加しないで読んでいます。書くときは参加してください。</Trans>
        </p>
        <span className="flex flex-wrap gap-2">
          <FollowButton
            isFollowed
            {...{ roomId, name, busy }}
            onFollow={(room) => follow.mutate(room, { onSuccess: onBack })}
          />
          <Button
            small
            look="first"
            aria-label={t`${name}に参加する`}
            isDisabled={busy}
            onPress={() => join.mutate(roomId, { onSuccess: onEnter })}
          >
            <Trans>参加する</Trans>
          </Button>
        </span>
      </div>
    </section>
  );
}

function Closed({ onBack }: { onBack: () => void }) {
  return (
    <Notice
      urgent
      icon="alert"
      title={<Trans>このルームは、いまは読めません。</Trans>}
      action={
        <Button onPress={onBack}>
          <Trans>追っているルームへ戻る</Trans>
        </Button>
      }
    >
      <Trans>
        保管されたか、オープンルームではなくなりました。追うのをやめたルームも、ここでは開けません。
      </Trans>
    </Notice>
  );
}
