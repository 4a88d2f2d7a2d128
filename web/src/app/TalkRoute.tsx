/** Talk: the list of rooms, and beside it (on phones instead of it) the room that is open. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useMatchRoute, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { Folder, OrganizationId, RoomId, RoomRow, Screen } from "@/generated/wire";
import { belongsToConversion } from "@/kit/composing";
import { ToFormer } from "@/talk/departments/ToFormer";
import { useDrafted } from "@/talk/drafts/draft";
import { ToFollowed } from "@/talk/following/ToFollowed";
import { dueIn } from "@/talk/later/due";
import { ToLater } from "@/talk/later/ToLater";
import { chooseNotify } from "@/talk/mentions/notify";
import { callingFrom } from "@/talk/mentions/waiting";
import { useMayBeAsked } from "@/talk/neighbours/mayBeAsked";
import { markRead, markUnread } from "@/talk/receipts/marks";
import { neighbour } from "@/talk/rooms/order";
import { type Opened, useOpened } from "@/talk/rooms/organizations";
import { RoomList } from "@/talk/rooms/RoomList";
import { Shelf } from "@/talk/shelf/Shelf";
import { Soon } from "@/ui/Soon";

import { useBesides } from "./besides";
import { useKnownScreen } from "./known";
import { OpenOrganization } from "./OpenOrganization";
import { TabTitle } from "./TabTitle";

// Most serve in one organization, and most visits open no room: these come when they are asked for.
const BesideRooms = lazy(() => import("./BesideRooms").then((file) => ({ default: file.BesideRooms })));
const ChooseOrganization = lazy(() =>
  import("@/talk/rooms/ChooseOrganization").then((file) => ({ default: file.ChooseOrganization })),
);
// Who is asked by nobody of another body has no line of it.
const ToNeighbours = lazy(() =>
  import("@/talk/neighbours/ToNeighbours").then((file) => ({ default: file.ToNeighbours })),
);
const NewRoom = lazy(() => import("@/talk/rooms/NewRoom").then((file) => ({ default: file.NewRoom })));

const bringRoom = () => import("./RoomRoute");

const reading = { markUnread, markRead, notify: chooseNotify };

export function TalkRoute() {
  const { t } = useLingui();
  const screen = useKnownScreen();
  const { roomId } = useParams({ strict: false });
  const opened = useOpened(screen, roomId);
  const waiting = callingFrom(screen.rooms);
  const open = screen.rooms.find((room) => room.room_id === roomId);
  return (
    <>
      <TabTitle says={open?.name ?? t`トーク`} waiting={waiting} />
      {opened.asks ? (
        <Suspense>
          <ChooseOrganization
            organizations={screen.me.organizations}
            rooms={screen.rooms}
            onChoose={opened.choose}
          />
        </Suspense>
      ) : (
        <Talk opened={opened} roomId={roomId} />
      )}
    </>
  );
}

function Talk({ opened, roomId }: { opened: Opened; roomId: string | undefined }) {
  const screen = useKnownScreen();
  const { me, people, folders } = screen;
  const { organization, onlyIn, rooms } = opened;
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const drafted = useDrafted();
  const open = rooms.find((room) => room.room_id === roomId);
  const go = (id: RoomId) => navigate({ to: "/rooms/$roomId", params: { roomId: id } });
  const mayOpen = me.capabilities.includes("rooms.open");
  const besides = useBesides();
  const matches = useMatchRoute();
  const besideList = Boolean(
    matches({ to: "/rooms/open" }) ||
      matches({ to: "/rooms/favourites" }) ||
      matches({ to: "/rooms/later" }) ||
      matches({ to: "/rooms/followed", fuzzy: true }) ||
      matches({ to: "/rooms/former", fuzzy: true }) ||
      matches({ to: "/rooms/neighbours" }),
  );

  useWalk({ rooms, folders, open: roomId ?? null }, (room) => go(room.room_id));
  useReturnToList(roomId ?? null);
  useEffect(() => {
    // Whoever looks at the list opens a room next: what that takes is there by then.
    void bringRoom();
  }, []);

  return (
    <>
      <ListColumn isHidden={Boolean(roomId) || besideList}>
        <Shelf rooms={rooms} folders={folders} reading={reading} contact={me.contact} onBeside={besides.open}>
          {(acts) => (
            <RoomList
              rooms={rooms}
              folders={folders}
              people={people}
              me={me.account_id}
              open={open?.room_id ?? null}
              drafted={drafted}
              onNewRoom={mayOpen ? () => setOpening(true) : null}
              findsOpen={me.capabilities.includes("rooms.join")}
              acts={acts}
              ways={<ToLater due={dueIn(screen, organization)} />}
              along={<Along screen={screen} onlyIn={onlyIn} />}
              above={
                <OpenOrganization
                  // An open room would keep its own organization open.
                  onChosen={(wanted) => open && open.organization_id !== wanted && navigate({ to: "/rooms" })}
                />
              }
            />
          )}
        </Shelf>
      </ListColumn>
      <Outlet />
      <Suspense>
        {besides.rooms.length > 0 && <BesideRooms />}
        {opening && (
          <NewRoom
            organization={organization}
            me={me.account_id}
            contact={me.contact}
            onClose={() => setOpening(false)}
            onOpened={(id) => {
              setOpening(false);
              go(id);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

/** The ways to rooms that one reads without being in them, and to what people of other bodies ask. */
function Along({ screen, onlyIn }: { screen: Screen; onlyIn: OrganizationId | null }) {
  const mayBeAsked = useMayBeAsked(screen.me);
  return (
    <>
      {isIn(screen.followed, onlyIn) && <ToFollowed />}
      {isIn(screen.handovers, onlyIn) && <ToFormer />}
      {mayBeAsked && (
        <Suspense>
          <ToNeighbours />
        </Suspense>
      )}
    </>
  );
}

function isIn(rooms: Screen["followed"] | Screen["handovers"], onlyIn: OrganizationId | null): boolean {
  return rooms.some((room) => onlyIn === null || room.organization_id === onlyIn);
}

function ListColumn({ isHidden, children }: { isHidden: boolean; children: ReactNode }) {
  const head = (
    <h1 className="px-4 pt-3.5 text-title font-bold">
      <Trans>トーク</Trans>
    </h1>
  );
  return (
    <div
      className={`min-h-0 w-full shrink-0 flex-col border-line mid:flex mid:w-75 mid:border-r wide:w-80 ${isHidden ? "hidden" : "flex"}`}
    >
      <Soon of="list" frame={head}>
        {children}
      </Soon>
    </div>
  );
}

interface Walked {
  rooms: RoomRow[];
  folders: Folder[];
  open: string | null;
}

/** Alt+↑ and Alt+↓ walk from room to room, from wherever the focus is. */
function useWalk({ rooms, folders, open }: Walked, go: (room: RoomRow) => void) {
  const walk = useRef<(event: KeyboardEvent) => void>(null);
  useLayoutEffect(() => {
    walk.current = (event) => {
      const step = stepOf(event);
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const next = neighbour(rooms, folders, open, step);
      if (next) go(next);
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => walk.current?.(event);
    // Before whatever has the focus: a button with a menu would open it by the same keys.
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  }, []);
}

const steps: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

function stepOf(event: KeyboardEvent): 1 | -1 | undefined {
  const isAltAlone = event.altKey && !event.ctrlKey && !event.metaKey;
  return isAltAlone && !belongsToConversion(event) && !isOver(event.target) ? steps[event.key] : undefined;
}

/** What lies over the screen keeps its keys. */
function isOver(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null
  );
}

/** Who comes back from a room to the list finds the focus on that room. */
function useReturnToList(open: string | null) {
  const before = useRef(open);
  useEffect(() => {
    const left = before.current;
    before.current = open;
    if (left === null || open !== null) return;
    document.querySelector<HTMLElement>(`[data-room="${CSS.escape(left)}"]`)?.focus();
  }, [open]);
}
