/**
 * For rehearsals: a whole page without its drawing. It begins as the page itself does, looks at what the screens look
 * at, and does what their buttons do. The browser around it is handed in: browser.ts.
 */
import { QueryObserver } from "@tanstack/react-query";

import { cache, startData } from "@/app/main-data";
import type { AccountId, Message, Part, Room, RoomId, Screen, SendKey } from "@/generated/wire";
import { entranceQuery } from "@/people/sessions/entrance";
import { api } from "@/platform/api";
import type { Held } from "@/platform/held";
import { draftsOf } from "@/talk/drafts/draft";
import { draftsKey, type Shared } from "@/talk/drafts/shared";
import { edit, withdraw } from "@/talk/messages/changing";
import { actsIn, outboxKey, type Waiting } from "@/talk/messages/outbox";
import { pageKey, pageQuery, waysIn } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { plainText } from "@/talk/messages/words";
import { react } from "@/talk/reactions/react";
import { mark, markUnread } from "@/talk/receipts/marks";
import { roomKey, roomQuery } from "@/talk/rooms/rooms";
import { screenIn, screenKey } from "@/talk/rooms/rows";
import { screenQuery } from "@/talk/timeline/screen";

/** Rooms whose window stands open, each with the way to close it. */
const open = new Map<RoomId, () => void>();
let isInside = false;

export function begin(): void {
  startData();
  look(new QueryObserver(cache, entranceQuery), (entrance) => {
    if (!entrance.signed_in || isInside) return;
    isInside = true;
    look(new QueryObserver(cache, screenQuery), openWhatIsListed);
  });
}

/** Every room of the list stands open; of one that is lost, the window closes. */
function openWhatIsListed({ rooms }: Screen): void {
  const listed = new Set(rooms.map(({ room_id }) => room_id));
  for (const room of listed) if (!open.has(room)) open.set(room, openOne(room));
  for (const [room, close] of open) {
    if (listed.has(room)) continue;
    open.delete(room);
    close();
  }
}

function openOne(room: RoomId): () => void {
  const nothing = () => {};
  const stops = [
    look(new QueryObserver(cache, roomQuery(room)), nothing),
    look(new QueryObserver(cache, pageQuery(cache, room)), nothing),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

interface Looking<Shown> {
  subscribe(seen: (result: { data: Shown | undefined }) => void): () => void;
}

function look<Shown>(observer: Looking<Shown>, then: (shown: Shown) => void): () => void {
  return observer.subscribe(({ data }) => data !== undefined && then(data));
}

/** Whether there is a room before somebody's eyes. */
export function isReady(room: RoomId): boolean {
  return screenIn(cache) !== null && pageOf(room) !== null;
}

/** もう一度: what could not be read is read once more, as its button does. At the door there is no need to press one. */
export function again(): void {
  if (isInside)
    void cache.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
}

/** What stands in the field is written over; says what that was. */
export function type(room_id: RoomId, text: string): string {
  const place = { room_id, thread_id: null };
  const before = book().textOf(place);
  book().write(place, text);
  return before;
}

/** What stands in the field is sent, and the field is empty. Says under which key, if there was anything. */
export function send(room_id: RoomId): { send_key: SendKey; text: string } | null {
  const text = book().textOf({ room_id, thread_id: null });
  if (text.trim() === "") return null;
  actsIn(room_id, 0, null).post(saying(text), null);
  type(room_id, "");
  const waits = waitingIn(room_id).at(-1);
  return waits ? { send_key: waits.send_key, text } : null;
}

/** Put one of one's own messages right. Somebody reads why, when it fails; here nobody does. */
export function putRight(room: RoomId, message: Message): void {
  void edit(room, message, saying(`${plainText(message.parts)}。`)).catch(readByNobody);
}

export function takeBack(room: RoomId, message: Message): void {
  void withdraw(room, message.message_id, null).catch(readByNobody);
}

export function read(room: RoomId, ordinal: number): void {
  mark(cache, room, ordinal);
}

export function leaveUnread(room: RoomId, message: Message): void {
  void markUnread(room, message.message_id).catch(readByNobody);
}

export function sign(room_id: RoomId, { message_id }: Message, isOn: boolean): void {
  react({ room_id, message_id, kind: "check" }, isOn);
}

export function bringIn(room_id: RoomId, account: AccountId): void {
  const body = { accounts: [account] };
  void api.post("/api/rooms/{room_id}/members", { path: { room_id }, body }).catch(readByNobody);
}

export function sendAway(room_id: RoomId, account_id: AccountId): void {
  const path = { room_id, account_id };
  void api.delete("/api/rooms/{room_id}/members/{account_id}", { path }).catch(readByNobody);
}

export function scroll(room: RoomId, way: "loadOlder" | "loadNewer" | "toNewest"): Promise<void> {
  return waysIn(cache, room, { around: undefined, under: undefined })[way]().catch(readByNobody);
}

const saying = (text: string): Part[] => [{ kind: "text", text }];
const readByNobody = () => {};

function book() {
  return draftsOf(me());
}

function me(): AccountId {
  return screenIn(cache)?.me.account_id ?? ("" as AccountId);
}

/** What stands in the window of a room now. */
export function pageOf(room: RoomId): PageState | null {
  return stateOf<PageState>(pageKey(room));
}

export function waitingIn(room: RoomId): Waiting[] {
  return cache.getQueryData<Waiting[]>(outboxKey(room)) ?? [];
}

/** All that this page shows of the server's, with how far each piece is true. */
export interface View {
  screen: Piece<Screen>;
  drafts: Piece<Shared>;
  rooms: Record<RoomId, { room: Piece<Room>; page: Piece<PageState>; waiting: Waiting[]; field: string }>;
}

type Piece<State> = { state: State; as_of: Record<string, number> } | null;

/** Written down, so that no object of this page is held by who judges it. */
export function view(): string {
  const rooms = [...open.keys()].map((room): [RoomId, View["rooms"][RoomId]] => [
    room,
    {
      room: held<Room>(roomKey(room)),
      page: held<PageState>(pageKey(room)),
      waiting: waitingIn(room),
      field: book().textOf({ room_id: room, thread_id: null }),
    },
  ]);
  const all: View = {
    screen: held<Screen>(screenKey),
    drafts: held<Shared>(draftsKey),
    rooms: Object.fromEntries(rooms),
  };
  return JSON.stringify(all);
}

function stateOf<State>(key: readonly unknown[]): State | null {
  return held<State>(key)?.state ?? null;
}

function held<State>(key: readonly unknown[]): Piece<State> {
  return cache.getQueryData<Held<State>>(key) ?? null;
}
