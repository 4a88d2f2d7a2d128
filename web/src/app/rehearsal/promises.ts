/** For rehearsals: what was promised (C1–C9 of the list of promises), and in words every promise that a day breaks. */
import { hashKey } from "@tanstack/react-query";

import type { Room, Screen } from "@/generated/wire";
import { pageKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { plainText } from "@/talk/messages/words";
import { heldRoom, roomKey } from "@/talk/rooms/rooms";
import { heldScreen, screenKey } from "@/talk/rooms/rows";
import { writersIn } from "@/talk/typing/writers";

import { ROADS, ROOMS, type Scene, WELFARE } from "./acts";

/** What the last signal of the day says. */
export const LAST_MARKS: [number, number][] = [[7, 2]];

type Words = Generator<string, void, undefined>;

/** At no moment does the screen show a hole, a repetition or a message twice. What left nothing is no hole. */
export function* brokenNow({ town, page }: Scene): Words {
  const ordinals = page.messagesIn(WELFARE).map(({ ordinal }) => ordinal);
  const gone = town.rooms.get(WELFARE)?.gone ?? new Set();
  for (const [place, ordinal] of ordinals.entries()) {
    const before = ordinals[place - 1] ?? ordinal - 1;
    if (ordinal <= before) yield `C4 ${ordinal} stands after ${before}`;
    if (ordinal > before + 1) yield* unexplained(before, ordinal, gone);
  }
  for (const key of page.doubled(WELFARE)) yield `C2 ${key} is on the screen twice`;
}

function* unexplained(before: number, ordinal: number, gone: Set<number>): Words {
  for (let between = before + 1; between < ordinal; between += 1) {
    if (!gone.has(between)) yield `C5 nothing stands at ${between}`;
  }
}

/** When everything is quiet again. */
export function* brokenAtLast(scene: Scene): Words {
  yield* holes(scene);
  yield* overheard(scene);
  yield* unlikeAFreshOne(scene);
  yield* lostOrDoubled(scene);
  yield* fleeting(scene);
}

/** The numbers of a stream have no gap, and what is told of it has every one. */
function* holes({ town }: Scene): Words {
  for (const [stream, head] of Object.entries(town.heads())) {
    const told = new Set(town.told(stream, 0).map(({ number }) => number));
    for (let number = 1; number <= head; number += 1) {
      if (!told.has(number)) yield `C4 ${stream} has no ${number}`;
    }
  }
}

/** Nothing was heard of a room that was told while the clerk was not in it. */
function* overheard({ town, wires }: Scene): Words {
  for (const frame of wires.heard) {
    const room = town.rooms.get(frame.stream.slice("room/".length) as never); // other streams name no room
    if (room && "fact" in frame && !room.wasIn(frame.number)) yield `C9 heard ${frame.number} of ${room.id}`;
  }
}

function* unlikeAFreshOne({ town, page }: Scene): Words {
  const screen = page.held<Screen>(screenKey);
  const fresh = heldScreen(town.screen());
  yield* unlike("the list", sorted(screen?.state), sorted(fresh.state));
  yield* unlike("how far the list is true", screen?.as_of, fresh.as_of);
  const people = Object.entries(screen?.state.people ?? {}).filter(([id]) => id in fresh.state.people);
  yield* unlike("the people", Object.fromEntries(people), fresh.state.people);
  const room = page.held<Room>(roomKey(WELFARE));
  const freshRoom = heldRoom(town.room(WELFARE));
  yield* unlike("how far the room is true", room?.as_of, freshRoom.as_of);
  yield* unlike("who is in it", byAccount(room?.state), byAccount(freshRoom.state));
  const shown = page.messagesIn(WELFARE);
  const there = town.rooms.get(WELFARE)?.shown() ?? [];
  yield* unlike("the messages", shown, shown.length > 0 ? there.slice(-shown.length) : []);
}

function* unlike(what: string, held: unknown, fresh: unknown): Words {
  // As it would come over a wire: what is not there and what is undefined are the same, and names have no order.
  const [one, other] = [hashKey([held ?? null]), hashKey([fresh ?? null])];
  if (one !== other) yield `C8 ${what}: ${one}, anew: ${other}`;
}

function* lostOrDoubled({ town, page, posted }: Scene): Words {
  for (const { send_key, message_id } of page.acknowledged) {
    const isThere = [...town.rooms.values()].some((room) =>
      room.messages.some((each) => each.send_key === send_key && each.message_id === message_id),
    );
    if (!isThere) yield `C1 ${send_key} was acknowledged, and is not there`;
  }
  for (const id of [WELFARE, ROADS]) {
    const mine = town.rooms.get(id)?.written.filter(({ author_id }) => author_id === town.me) ?? [];
    const there = mine.map(({ parts }) => plainText(parts));
    const meant = posted.filter(({ room }) => room === id).map(({ text }) => text);
    yield* asMeant(there, meant);
    for (const { send_key } of page.waitingIn(id)) yield `C1 ${send_key} waits for ever`;
  }
}

function* asMeant(there: string[], meant: string[]): Words {
  yield* meant.filter((text) => !there.includes(text)).map((text) => `C1 “${text}” is lost`);
  yield* there
    .filter((text, place) => there.indexOf(text) < place)
    .map((text) => `C2 “${text}” is there twice`);
  yield* there.filter((text) => !meant.includes(text)).map((text) => `C3 nobody wrote “${text}”`);
  const places = meant.map((text) => there.indexOf(text)).filter((place) => place >= 0);
  if (places.some((place, at) => place < (places[at - 1] ?? 0))) yield "C4 not in the order of writing";
}

/** Signals are lost as it comes, and change nothing that facts keep true. */
function* fleeting({ town, page }: Scene): Words {
  yield* unlike("the counts", page.held<PageState>(pageKey(WELFARE))?.state.marks, LAST_MARKS);
  const writing = ROOMS.filter((room) => writersIn(room).includes(town.me));
  yield* writing.map((room) => `C8 one sees oneself writing in ${room}`);
}

function sorted(screen: Screen | undefined) {
  const rooms = [...(screen?.rooms ?? [])].sort((one, other) => (one.room_id < other.room_id ? -1 : 1));
  return { me: screen?.me, rooms };
}

function byAccount(room: Room | undefined) {
  return room?.members.toSorted((one, other) => (one.account_id < other.account_id ? -1 : 1));
}
