/** The list of rooms, last message first. A thousand of them cost no more than the few in sight. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

import type { AccountId, Folder, People, RoomId, RoomRow } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { SearchBox } from "@/ui/SearchBox";

import { ListHead } from "./ListHead";
import { ListLines } from "./ListLines";
import type { ListActs } from "./listActs";
import { type Line, listed, plain } from "./listed";
import { inOrder, inSight, named } from "./order";

interface Props {
  rooms: RoomRow[];
  folders: Folder[];
  people: People;
  me: AccountId;
  open: RoomId | null;
  /** Rooms in which something is written and not sent. */
  drafted: ReadonlySet<RoomId>;
  onNewRoom: (() => void) | null;
  findsOpen: boolean;
  acts: ListActs;
  /** Says of what this is the list, where there are several. */
  above: ReactNode;
  /** Ways to what else one keeps. */
  ways: ReactNode;
  /** The ways to the rooms that one reads without being in them. */
  along: ReactNode;
}

export function RoomList({
  rooms,
  folders,
  people,
  me,
  open,
  drafted,
  onNewRoom,
  findsOpen,
  acts,
  above,
  ways,
  along,
}: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const ordered = useMemo(() => inOrder(rooms), [rooms]);
  const found = useMemo(() => named(ordered, words), [ordered, words]);
  const isSearching = words.trim() !== "";
  const all = isSearching ? plain(found) : listed(inSight(found, open), folders, open);
  const lines = (chosen: Line[]) => <ListLines {...{ people, me, open, drafted, acts }} lines={chosen} />;

  return (
    // In a low window the head goes up with the finger, so that there is always room for some rows.
    <section aria-label={t`トーク一覧`} className="flex min-h-0 grow flex-col overflow-y-auto">
      <div className="grid grid-cols-1 gap-3 px-4 pt-3.5 pb-2.5">
        <ListHead onNewRoom={onNewRoom} onNewFolder={acts.onNewFolder} />
        {above}
        <SearchBox label={t`ルームを名前で探す`} value={words} onChange={setWords} />
        <div className="flex flex-wrap gap-x-2 whitespace-nowrap">
          {ways}
          {findsOpen && <ToOpenRooms />}
          {along}
        </div>
      </div>
      <RoomTabs rooms={rooms}>
        <Panel id="all">
          {all.length > 0 ? lines(all) : <NothingFound words={words} onNewRoom={onNewRoom} />}
        </Panel>
        <Panel id="unread">
          <Unread rooms={found.filter((room) => room.unread > 0 || room.room_id === open)}>
            {(unread) => lines(plain(unread))}
          </Unread>
        </Panel>
        <Panel id="mentions">
          <ForMe rooms={found.filter((room) => room.mentions > 0 || room.room_id === open)}>
            {(meant) => lines(plain(meant))}
          </ForMe>
        </Panel>
        <Panel id="favourites">
          <Favourites rooms={found.filter((room) => room.is_favourite)}>
            {(favourites) => lines(plain(favourites))}
          </Favourites>
        </Panel>
        <Panel id="away">{lines(plain(found.filter((room) => room.is_archived)))}</Panel>
      </RoomTabs>
    </section>
  );
}

/** Which rooms are shown. The numbers are the server's (ROOM-15). */
function RoomTabs({ rooms, children }: { rooms: RoomRow[]; children: ReactNode }) {
  const { t } = useLingui();
  const waiting = rooms.reduce((sum, room) => sum + room.unread, 0);
  const meant = rooms.reduce((sum, room) => sum + room.mentions, 0);
  return (
    <Tabs className="flex min-h-48 grow flex-col">
      <TabList
        aria-label={t`表示するルーム`}
        className="flex shrink-0 overflow-x-auto border-b border-line px-2 [scrollbar-width:none]"
      >
        <RoomTab id="all">
          <Trans>すべて</Trans>
        </RoomTab>
        <RoomTab id="unread">
          <Trans>未読</Trans> <Count of={waiting} />
        </RoomTab>
        <RoomTab id="mentions">
          <Trans>自分あて</Trans> <Count of={meant} few />
        </RoomTab>
        <RoomTab id="favourites">
          <Trans>お気に入り</Trans>
        </RoomTab>
        {rooms.some((room) => room.is_archived) && (
          <RoomTab id="away">
            <Trans>保管</Trans>
          </RoomTab>
        )}
      </TabList>
      {children}
    </Tabs>
  );
}

/** It keeps its place while there is nothing to count, so that no tab moves when something comes. */
function Count({ of, few }: { of: number; few?: boolean }) {
  return <span className={`inline-block ${few ? "min-w-[2ch]" : "min-w-[3ch]"}`}>{of > 0 && of}</span>;
}

function ToOpenRooms() {
  const { t } = useLingui();
  return (
    <Link to="/rooms/open" aria-label={t`オープンルームを探す`} className={linkLook}>
      <Icon name="door" size={18} />
      <Trans>オープンルーム</Trans>
    </Link>
  );
}

const linkLook =
  "inline-flex min-h-9 items-center gap-1.5 justify-self-start rounded-8 px-1 text-small font-bold text-accent underline-offset-3 hover:underline aria-[current]:text-accent-firm coarse:min-h-11";

function Unread({ rooms, children }: { rooms: RoomRow[]; children: (rooms: RoomRow[]) => ReactNode }) {
  if (rooms.some((room) => room.unread > 0)) return children(rooms);
  return <Notice title={<Trans>未読のメッセージはありません。</Trans>} />;
}

function ForMe({ rooms, children }: { rooms: RoomRow[]; children: (rooms: RoomRow[]) => ReactNode }) {
  if (rooms.some((room) => room.mentions > 0)) return children(rooms);
  return <Notice title={<Trans>自分あての未読のメッセージはありません。</Trans>} />;
}

function Favourites({ rooms, children }: { rooms: RoomRow[]; children: (rooms: RoomRow[]) => ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      <Link to="/rooms/favourites" className={`${linkLook} mx-3 mt-2`}>
        <Icon name="star" size={18} />
        <Trans>お気に入りのメッセージ</Trans>
      </Link>
      <div className="min-h-0 grow">
        {rooms.length > 0 ? (
          children(rooms)
        ) : (
          <Notice title={<Trans>お気に入りのルームはありません。</Trans>}>
            <Trans>ルームの ⋯（右クリック、長押し）で「お気に入りに入れる」を選ぶと、ここに並びます。</Trans>
          </Notice>
        )}
      </div>
    </div>
  );
}

function RoomTab({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Tab
      id={id}
      className="figures cursor-pointer whitespace-nowrap border-b-3 border-transparent forced-colors:not-data-selected:border-b-0 px-1.5 mid:px-1 wide:px-1.5 pt-1.5 pb-2 text-small text-firm hover:bg-hovered data-selected:border-accent data-selected:font-bold data-selected:text-accent-firm coarse:min-h-11"
    >
      {children}
    </Tab>
  );
}

function Panel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <TabPanel id={id} className="min-h-0 grow overflow-y-auto overflow-x-hidden">
      {children}
    </TabPanel>
  );
}

function NothingFound({ words, onNewRoom }: { words: string; onNewRoom: (() => void) | null }) {
  const { t } = useLingui();
  if (words.trim() !== "") {
    return (
      <Notice title={t`「${words}」という名前のルームはありません。`}>
        <Trans>漢字・かなを変えて、もう一度探してください。</Trans>
      </Notice>
    );
  }
  return (
    <Notice
      icon="talk"
      title={<Trans>まだトークがありません。同じ課の人に話しかけてみましょう。</Trans>}
      action={
        onNewRoom && (
          <Button icon="plus" onPress={onNewRoom}>
            <Trans>新しいルーム</Trans>
          </Button>
        )
      }
    />
  );
}
