/** The list of rooms, last message first. A thousand of them cost no more than the few in sight. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { Virtualizer } from "virtua";

import type { AccountId, People, RoomId, RoomRow } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { SearchBox } from "@/ui/SearchBox";

import { inOrder, inSight, named } from "./order";
import { RoomListRow } from "./RoomListRow";

interface Props {
  rooms: RoomRow[];
  people: People;
  me: AccountId;
  open: RoomId | null;
  /** Rooms in which something is written and not sent. */
  drafted: ReadonlySet<RoomId>;
  onNewRoom: (() => void) | null;
  findsOpen: boolean;
  /** Says of what this is the list, where there are several. */
  above: ReactNode;
}

export function RoomList({ rooms, people, me, open, drafted, onNewRoom, findsOpen, above }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const ordered = useMemo(() => inOrder(rooms), [rooms]);
  const found = useMemo(() => named(ordered, words), [ordered, words]);
  const isSearching = words.trim() !== "";
  const standing = isSearching ? found : inSight(found, open);
  const away = found.filter((room) => room.is_archived);
  const waiting = rooms.reduce((sum, room) => sum + room.unread, 0);
  const rows = (chosen: RoomRow[]) => <Rows rooms={chosen} {...{ people, me, open, drafted }} />;

  return (
    <section aria-label={t`トーク一覧`} className="flex min-h-0 grow flex-col">
      <div className="grid grid-cols-1 gap-3 px-4 pt-3.5 pb-2.5">
        <div className="flex items-center justify-between gap-2">
          <h1 className="text-title font-bold">
            <Trans>トーク</Trans>
          </h1>
          {onNewRoom && (
            <Button icon="plus" small onPress={onNewRoom}>
              <Trans>新しいルーム</Trans>
            </Button>
          )}
        </div>
        {above}
        <SearchBox label={t`ルームを名前で探す`} value={words} onChange={setWords} />
        {findsOpen && <ToOpenRooms />}
      </div>
      <Tabs className="flex min-h-0 grow flex-col">
        <TabList aria-label={t`表示するルーム`} className="flex gap-1 border-b border-line px-3">
          <RoomTab id="all">
            <Trans>すべて</Trans>
          </RoomTab>
          <RoomTab id="unread">{waiting > 0 ? <Trans>未読 {waiting}</Trans> : <Trans>未読</Trans>}</RoomTab>
          {away.length > 0 && (
            <RoomTab id="away">
              <Trans>保管</Trans>
            </RoomTab>
          )}
        </TabList>
        <Panel id="all">
          {standing.length > 0 ? rows(standing) : <NothingFound words={words} onNewRoom={onNewRoom} />}
        </Panel>
        <Panel id="unread">
          <Unread rooms={found.filter((room) => room.unread > 0 || room.room_id === open)}>{rows}</Unread>
        </Panel>
        {away.length > 0 && <Panel id="away">{rows(away)}</Panel>}
      </Tabs>
    </section>
  );
}

function ToOpenRooms() {
  return (
    <Link
      to="/rooms/open"
      className="inline-flex min-h-9 items-center gap-2 justify-self-start rounded-8 px-1 text-small font-bold text-accent underline-offset-3 hover:underline aria-[current]:text-accent-firm coarse:min-h-11"
    >
      <Icon name="door" size={18} />
      <Trans>オープンルームを探す</Trans>
    </Link>
  );
}

function Unread({ rooms, children }: { rooms: RoomRow[]; children: (rooms: RoomRow[]) => ReactNode }) {
  if (rooms.some((room) => room.unread > 0)) return children(rooms);
  return <Notice title={<Trans>未読のメッセージはありません。</Trans>} />;
}

function RoomTab({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Tab
      id={id}
      className="figures cursor-pointer whitespace-nowrap border-b-3 border-transparent forced-colors:not-data-selected:border-b-0 px-2 pt-1.5 pb-2 text-small text-firm hover:bg-hovered data-selected:border-accent data-selected:font-bold data-selected:text-accent-firm coarse:min-h-11"
    >
      {children}
    </Tab>
  );
}

function Panel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <TabPanel id={id} className="min-h-0 grow overflow-y-auto">
      {children}
    </TabPanel>
  );
}

function Rows({ rooms, people, me, open, drafted }: Omit<Props, "onNewRoom" | "findsOpen" | "above">) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between the links inside.
    <div className="h-full overflow-y-auto p-2" onKeyDown={walkByArrow}>
      <Virtualizer as="ul" item="li" data={rooms} startMargin={8} itemSize={68}>
        {(room) => (
          <RoomListRow
            key={room.room_id}
            room={room}
            people={people}
            me={me}
            isOpen={room.room_id === open}
            isDrafted={drafted.has(room.room_id)}
          />
        )}
      </Virtualizer>
    </div>
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

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function walkByArrow(event: KeyboardEvent<HTMLElement>) {
  const step = event.altKey || event.nativeEvent.isComposing ? undefined : steps[event.key];
  if (step === undefined) return;
  const links: Element[] = [...event.currentTarget.querySelectorAll("a")];
  const here = document.activeElement ? links.indexOf(document.activeElement) : -1;
  const next = here < 0 ? undefined : links[here + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
