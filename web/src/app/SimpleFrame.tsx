/** かんたん表示: one column, large letters, the newest rooms and one place to write. The same account, the same addresses. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, Outlet, useMatchRoute, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";

import type { RoomId, Screen } from "@/generated/wire";
import { useChoose } from "@/people/preferences/preferences";
import { dueIn } from "@/talk/later/due";
import { ToLater } from "@/talk/later/ToLater";
import { callingFrom } from "@/talk/mentions/waiting";
import { useMayBeAsked } from "@/talk/neighbours/mayBeAsked";
import { ToNeighbours } from "@/talk/neighbours/ToNeighbours";
import { ChooseOrganization } from "@/talk/rooms/ChooseOrganization";
import { fromElsewhere } from "@/talk/rooms/from";
import { inOrder, inSight } from "@/talk/rooms/order";
import { type Opened, useOpened } from "@/talk/rooms/organizations";
import { RoomFace } from "@/talk/rooms/RoomFace";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";

import { OpenOrganization } from "./OpenOrganization";
import { Head, ToList } from "./SimpleHead";
import { SimpleRoom } from "./SimpleRoom";
import { TabTitle } from "./TabTitle";

const SHOWN = 10;
const LaterRoute = lazy(() => import("./LaterRoute").then((file) => ({ default: file.LaterRoute })));
const NeighboursRoute = lazy(() =>
  import("./NeighboursRoute").then((file) => ({ default: file.NeighboursRoute })),
);

export function SimpleFrame({ screen }: { screen: Screen }) {
  const matches = useMatchRoute();
  const { roomId } = useParams({ strict: false });
  const atSettings = Boolean(matches({ to: "/settings" }));
  const atLater = Boolean(matches({ to: "/rooms/later" }));
  const atNeighbours = Boolean(matches({ to: "/rooms/neighbours" }));
  const opened = useOpened(screen, roomId);
  return (
    <div id="screen" tabIndex={-1} className="mx-auto flex min-h-0 w-full max-w-[48rem] grow flex-col">
      {atSettings && (
        <>
          <Head>
            <ToList />
          </Head>
          <Outlet />
        </>
      )}
      {!atSettings && roomId && <SimpleRoom roomId={roomId as RoomId} screen={screen} />}
      {(atLater || atNeighbours) && (
        <>
          <Head>
            <ToList />
          </Head>
          <Suspense>{atLater ? <LaterRoute /> : <NeighboursRoute />}</Suspense>
        </>
      )}
      {!(atSettings || atLater || atNeighbours || roomId) && <Rooms screen={screen} opened={opened} />}
    </div>
  );
}

function Rooms({ screen, opened }: { screen: Screen; opened: Opened }) {
  const { t } = useLingui();
  const choose = useChoose();
  const { me } = screen;
  const mayBeAsked = useMayBeAsked(me);
  const rooms = inOrder(inSight(opened.rooms, null));
  if (opened.asks) {
    return (
      <ChooseOrganization organizations={me.organizations} rooms={screen.rooms} onChoose={opened.choose} />
    );
  }
  return (
    <main className="min-h-0 grow overflow-y-auto">
      <TabTitle says={t`トーク`} waiting={callingFrom(screen.rooms)} />
      <Head>
        <h1 className="grow text-title font-bold">
          <Trans>トーク</Trans>
        </h1>
        <Link
          to="/settings"
          className="inline-flex min-h-11 items-center rounded-8 border border-current px-3 font-bold text-accent no-underline hover:underline"
        >
          <Trans>設定</Trans>
        </Link>
        <Button onPress={() => choose.mutate({ simple: false })}>
          <Trans>ふつうの表示に戻す</Trans>
        </Button>
      </Head>
      <div className="grid px-3 pt-3">
        <OpenOrganization />
        <ToLater due={dueIn(screen, opened.organization)} />
        {mayBeAsked && <ToNeighbours />}
      </div>
      {rooms.length === 0 && (
        <Notice icon="talk" title={<Trans>まだトークがありません。</Trans>}>
          <Trans>ふつうの表示に戻すと、新しいルームを作れます。</Trans>
        </Notice>
      )}
      <ul className="grid gap-2 p-3">
        {rooms.slice(0, SHOWN).map((room) => (
          <RoomCard key={room.room_id} room={room} screen={screen} />
        ))}
      </ul>
      <p className="px-4 pb-6 text-small text-soft">
        {rooms.length > SHOWN && (
          <Trans>新しいものから{SHOWN}件です。ほかのトークは、ふつうの表示で見られます。</Trans>
        )}
        <Trans>ルームを作るときと、時刻を決めて送るとき（予約送信）は、ふつうの表示に戻してください。</Trans>
      </p>
    </main>
  );
}

/** Who said it: the unit, where it spoke. */
function useAuthor(last: Screen["rooms"][number]["last"], people: Screen["people"]): string {
  const { t } = useLingui();
  const author = last ? people[last.on_behalf_of ?? last.author_id] : undefined;
  if (!author) return "";
  return author.kind === "department" ? t`${author.family}：` : t`${author.family}さん：`;
}

function RoomCard({ room, screen }: { room: Screen["rooms"][number]; screen: Screen }) {
  const { listTime } = useDates();
  const now = useNow();
  const { last } = room;
  const author = useAuthor(last, screen.people);
  const from = fromElsewhere(room.other ? screen.people[room.other] : undefined, screen.me.tenant.name);
  return (
    <li>
      <Link
        to="/rooms/$roomId"
        params={{ roomId: room.room_id }}
        className="grid min-h-20 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 rounded-12 border border-edge px-4 py-3 text-ink no-underline hover:bg-hovered"
      >
        <RoomFace room={room} people={screen.people} />
        <span className="grid gap-0.5">
          <span className="text-lead font-bold">{room.name}</span>
          {from && <span>{from}</span>}
          <span className="line-clamp-2">
            {author}
            {last ? last.text : <Trans>まだメッセージはありません</Trans>}
          </span>
          <span className="flex flex-wrap gap-x-4 text-small text-soft">
            <span>{listTime(last?.posted_at ?? room.opened_at, now)}</span>
            {room.mentions > 0 && (
              <span className="font-bold text-warn">
                <Trans>自分あてのメッセージが{room.mentions}件あります</Trans>
              </span>
            )}
            {room.unread > 0 && (
              <span className="font-bold text-danger">
                <Trans>まだ読んでいないメッセージが{room.unread}件あります</Trans>
              </span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
