/** The room of one's former unit: what was said before the move, a strip that says until when, and nothing to write. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";

import type { FormerPage, Me, People, RoomId } from "@/generated/wire";
import { dayInJapan, fromIso } from "@/kit/days";
import { facesOf } from "@/people/accounts/faces";
import { Refusal } from "@/platform/refusals";
import { Log } from "@/talk/messages/Log";
import { Reading } from "@/talk/messages/NamedPart";
import { ReadRow } from "@/talk/messages/ReadRow";
import { rowsOf } from "@/talk/messages/rows";
import { AsTyped } from "@/ui/AsTyped";
import { Banner } from "@/ui/Banner";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";

import { useFormerRoom } from "./former";

interface Props {
  roomId: RoomId;
  me: Me;
  onBack: () => void;
}

export function FormerRoom({ roomId, me, onBack }: Props) {
  const { t } = useLingui();
  const found = useFormerRoom(roomId);
  const isOver = found.error instanceof Refusal && found.error.status === 404;
  return (
    <main
      data-off-paper={t`引継ぎ中のルームは印刷できません。要るときは、いまの担当の人に頼んでください。`}
      className="flex min-w-0 grow flex-col"
    >
      {found.isPending && <Waiting says={t`ルームを読み込んでいます`} />}
      {isOver && <Over onBack={onBack} />}
      {found.isError && !isOver && !found.data && (
        <NotRead
          title={<Trans>ルームを読み込めませんでした。</Trans>}
          contact={me.contact}
          onAgain={() => found.refetch()}
        />
      )}
      {found.data && !isOver && (
        <Read
          pages={found.data.pages}
          hasOlder={found.hasNextPage}
          loadOlder={async () => {
            await found.fetchNextPage();
          }}
          {...{ me, onBack }}
        />
      )}
    </main>
  );
}

interface ReadProps {
  pages: FormerPage[];
  hasOlder: boolean;
  loadOlder: () => Promise<void>;
  me: Me;
  onBack: () => void;
}

const nothingNewer = async () => {};
/** Words that one watches for call in rooms that one is in. */
const nothingWatched = {};

function Read({ pages, hasOlder, loadOlder, me, onBack }: ReadProps) {
  const { t } = useLingui();
  const room = pages[0];
  const messages = useMemo(
    () =>
      pages
        .toReversed()
        .flatMap((page) => page.messages)
        .filter((message) => message.in_room),
    [pages],
  );
  const people = useMemo(() => Object.assign({}, ...pages.map((page) => page.people)) as People, [pages]); // joined page by page
  const faces = useMemo(() => facesOf(Object.values(people)), [people]);
  const reading = useMemo(() => ({ me, people, watched: nothingWatched }), [me, people]);
  if (!room) return null;
  const rows = rowsOf({ messages, lines: [], waiting: [], hasOlder, readTo: null, me: me.account_id });
  return (
    <Reading value={reading}>
      <Head room={room} onBack={onBack} />
      <Log
        label={t`${room.name}のメッセージ`}
        asked={null}
        hasNewer={false}
        loadNewer={nothingNewer}
        unread={0}
        onSeen={() => {}}
        onNewest={() => {}}
        onCopy={() => {}}
        {...{ rows, hasOlder, loadOlder }}
      >
        {(row) => <ReadRow row={row} sight={{ room, me, people, faces }} />}
      </Log>
      <p className="shrink-0 border-t border-line bg-sunken px-4 py-3 text-pretty text-small text-firm mid:px-5">
        <Trans>異動の前に書かれたものだけを読んでいます。書くことはできません。</Trans>
      </p>
    </Reading>
  );
}

function Head({ room, onBack }: { room: FormerPage; onBack: () => void }) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const day = dayLine(fromIso(room.last_day), dayInJapan(useNow()));
  return (
    <>
      <div className="flex min-h-15 shrink-0 items-center gap-1 border-b border-line py-1.5 pr-3 pl-0.5 mid:min-h-18 mid:pl-2">
        <IconButton icon="back" label={t`引継ぎ中のルームへ戻る`} onPress={onBack} />
        <div className="min-w-0 grow">
          <h2 className="cut text-body leading-150 font-bold mid:text-lead">
            <AsTyped>{room.name}</AsTyped>
          </h2>
          <p className="text-small text-soft">
            <Trans>前の所属のルーム</Trans>
          </p>
        </div>
      </div>
      <Banner icon="clock" look="warn">
        <Trans>引継ぎのため、{day}まで読めます</Trans>
      </Banner>
    </>
  );
}

function Over({ onBack }: { onBack: () => void }) {
  return (
    <Notice
      urgent
      icon="alert"
      title={<Trans>このルームは、もう読めません。</Trans>}
      action={
        <Button onPress={onBack}>
          <Trans>引継ぎ中のルームへ戻る</Trans>
        </Button>
      }
    >
      <Trans>
        引継ぎの期間が終わったか、管理者が終わらせました。要るものは、いまの担当の人に聞いてください。
      </Trans>
    </Notice>
  );
}
