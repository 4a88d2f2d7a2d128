/** An open room as whoever follows it reads it: its messages, and where one would write, the way in. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useMemo, useState } from "react";

import type { FollowedRoom as Followed, Me, Message, People, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { facesOf } from "@/people/accounts/faces";
import { Refusal } from "@/platform/refusals";
import { Log } from "@/talk/messages/Log";
import { Reading } from "@/talk/messages/NamedPart";
import { ReadRow } from "@/talk/messages/ReadRow";
import { rowsOf } from "@/talk/messages/rows";
import { useJoin } from "@/talk/rooms/kinds";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { usePrintKey } from "@/ui/onPaper";
import { Waiting } from "@/ui/Waiting";

import { FollowButton } from "./FollowButton";
import { useFollow, useFollowed, useLooked } from "./followed";

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
  const found = useFollowed(roomId);
  const isGone = found.error instanceof Refusal && found.error.status === 404;
  return (
    <main
      data-off-paper={t`ルームは、ルームの上の「印刷」から印刷します（Ctrl＋P）。`}
      className="flex min-w-0 grow flex-col"
    >
      {found.isPending && <Waiting says={t`ルームを読み込んでいます`} />}
      {isGone && <Closed onBack={onBack} />}
      {found.isError && !isGone && !found.data && (
        <NotRead
          title={<Trans>ルームを読み込めませんでした。</Trans>}
          contact={me.contact}
          onAgain={() => found.refetch()}
        />
      )}
      {found.data && !isGone && (
        <Read
          {...props}
          pages={found.data.pages}
          hasOlder={found.hasNextPage}
          loadOlder={async () => {
            await found.fetchNextPage();
          }}
        />
      )}
    </main>
  );
}

interface ReadProps extends Props {
  pages: Followed[];
  hasOlder: boolean;
  loadOlder: () => Promise<void>;
}

const nothingNewer = async () => {};
/** Words that one watches for call in rooms that one is in. */
const nothingWatched = {};

function Read({ pages, hasOlder, loadOlder, roomId, me, onBack, onEnter, paper }: ReadProps) {
  const { t } = useLingui();
  const newest = pages[0];
  const [seen] = useState(newest?.seen ?? 0);
  useLooked(roomId, newest?.newest_ordinal ?? 0);
  const [isPrinting, setPrinting] = useState(false);
  usePrintKey(() => setPrinting(true));
  const messages = useMemo(() => inTurn(pages), [pages]);
  const people = useMemo(() => Object.assign({}, ...pages.map((page) => page.people)) as People, [pages]); // joined page by page
  const faces = useMemo(() => facesOf(Object.values(people)), [people]);
  const reading = useMemo(() => ({ me, people, watched: nothingWatched }), [me, people]);
  if (!newest) return null;
  const readTo = seen < newest.newest_ordinal ? seen : null;
  const rows = rowsOf({ messages, lines: [], waiting: [], hasOlder, readTo, me: me.account_id });
  const sight = { room: newest, me, people, faces };
  return (
    <Reading value={reading}>
      <Head room={newest} onBack={onBack} onPrint={() => setPrinting(true)} />
      <Log
        label={t`${newest.name}のメッセージ`}
        asked={null}
        hasNewer={false}
        loadNewer={nothingNewer}
        unread={0}
        onSeen={() => {}}
        onNewest={() => {}}
        onCopy={() => {}}
        {...{ rows, hasOlder, loadOlder }}
      >
        {(row) => <ReadRow row={row} sight={sight} />}
      </Log>
      <Foot room={newest} contact={me.contact} {...{ onBack, onEnter }} />
      {isPrinting && paper(newest, () => setPrinting(false))}
    </Reading>
  );
}

/** What stands in the room's own log, from the oldest on. Threads are read by those who are in it. */
function inTurn(pages: Followed[]): Message[] {
  return pages
    .toReversed()
    .flatMap((page) => page.messages)
    .filter((message) => message.in_room);
}

interface HeadProps {
  room: Followed;
  onBack: () => void;
  onPrint: () => void;
}

function Head({ room, onBack, onPrint }: HeadProps) {
  const { t } = useLingui();
  return (
    <div className="flex min-h-15 shrink-0 items-center gap-1 border-b border-line py-1.5 pr-3 pl-0.5 mid:min-h-18 mid:pl-2">
      <IconButton icon="back" label={t`追っているルームへ戻る`} onPress={onBack} />
      <div className="min-w-0 grow">
        <h2 className="cut text-body leading-150 font-bold mid:text-lead">
          <AsTyped>{room.name}</AsTyped>
        </h2>
        <p className="figures text-small text-soft">
          <Trans>オープンルーム・{room.member_count}人が参加しています</Trans>
        </p>
      </div>
      <IconButton icon="print" label={t`印刷`} onPress={onPrint} />
    </div>
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
