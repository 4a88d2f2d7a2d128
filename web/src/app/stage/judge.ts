/** For rehearsals: what must hold of every page, at every moment and at the end. */
import { deepStrictEqual } from "node:assert";

import type { Message, RoomId } from "@/generated/wire";
import type { PageState } from "@/talk/messages/window";

import type { Scene } from "./acts";
import type { Device } from "./device";
import type { View } from "./tab";

/** Where a window has a hole, or a message has gone from its end: right only where it left no trace. */
interface Gone {
  room: RoomId;
  ordinal: number;
}

/** Looks at all pages after everything that happens. */
export class Eyes {
  readonly broken = new Set<string>();
  readonly #gone = new Map<string, Gone>();
  readonly #seen = new WeakMap<object, Map<RoomId, PageState>>();

  get gone(): Gone[] {
    return [...this.#gone.values()];
  }

  look(devices: Device[], rooms: RoomId[]): void {
    for (const device of devices) for (const room of rooms) this.#lookAt(device, room);
  }

  #lookAt({ seat, page }: Device, room: RoomId): void {
    const windows = this.#seen.get(page) ?? new Map<RoomId, PageState>();
    this.#seen.set(page, windows);
    const [before, now] = [windows.get(room), page.tab.pageOf(room)];
    if (!now || now === before) return;
    windows.set(room, now);
    const ordinals = now.messages.map(({ ordinal }) => ordinal);
    if (ordinals.some((ordinal, at) => ordinal <= (ordinals[at - 1] ?? 0)))
      this.broken.add(`${seat.name} sees in ${room} what is doubled or out of order: ${ordinals}`);
    const waiting = new Set(page.tab.waitingIn(room).map(({ send_key }) => send_key));
    for (const { send_key } of now.messages)
      if (waiting.has(send_key)) this.broken.add(`${seat.name} sees ${send_key} twice: sent, and waiting`);
    this.#noteHoles(room, ordinals, [before, now].some((each) => each?.hasNewer) ? null : before);
  }

  /** `before`: what stood there a moment ago, if it reached the end then as it does now. */
  #noteHoles(room: RoomId, ordinals: number[], before: PageState | null | undefined): void {
    const shown = new Set(ordinals);
    const newest = Math.max(ordinals.at(-1) ?? 0, before?.messages.at(-1)?.ordinal ?? 0);
    const oldest = ordinals.at(0) ?? before?.messages.at(0)?.ordinal ?? 1;
    for (let ordinal = oldest; ordinal <= newest; ordinal += 1)
      if (!shown.has(ordinal)) this.#gone.set(`${room} ${ordinal}`, { room, ordinal });
  }
}

/** Everything in which a page differs from one that was opened only now. */
export function isFresh(device: Device, fresh: Device, scene: Scene): string[] {
  const [old, young] = [device, fresh].map(({ page }) => JSON.parse(page.tab.view()) as View) as [View, View];
  const { name } = device.seat;
  const differs: string[] = [];
  const same = (what: string, one: unknown, other: unknown) => {
    try {
      deepStrictEqual(one, other);
    } catch (error) {
      differs.push(`${name}, ${what}: ${error instanceof Error ? error.message : error}`);
    }
  };
  same("the screen", screenOf(old), screenOf(young));
  same("the drafts", draftsOf(old), draftsOf(young));
  same("the open rooms", Object.keys(old.rooms).sort(), Object.keys(young.rooms).sort());
  for (const [room, there] of Object.entries(young.rooms)) {
    const here = old.rooms[room as RoomId];
    if (!here) continue;
    same(`the room ${room}`, memberful(here.room), memberful(there.room));
    same(`the page of ${room}`, pageFrom(here.page, here.page), pageFrom(there.page, here.page));
    same(`the field in ${room}`, here.field, there.field);
  }
  return [...differs, ...lostWords(device, young, scene)];
}

/** People in sight are gathered over the day; whoever is new has those of today alone. */
function screenOf({ screen }: View) {
  if (!screen) return null;
  const { people: _, rooms, ...rest } = screen.state;
  return { ...rest, as_of: screen.as_of, rooms: rooms.toSorted(by("room_id")) };
}

function draftsOf({ drafts }: View) {
  return drafts && { as_of: drafts.as_of, drafts: drafts.state.drafts.toSorted(by("room_id")) };
}

function memberful(room: View["rooms"][RoomId]["room"]) {
  if (!room) return null;
  const { people: _, room: row, ...rest } = room.state;
  return { ...rest, as_of: room.as_of, members: room.state.members.toSorted(by("account_id")) };
}

/** From where the other begins: nobody scrolls back to the beginning. Counts of readers are whispered, and may be lost. */
function pageFrom(page: View["rooms"][RoomId]["page"], other: typeof page) {
  if (!page) return null;
  const first = other?.state.messages.at(0)?.ordinal ?? Number.POSITIVE_INFINITY;
  const messages = page.state.messages.filter(({ ordinal }) => ordinal >= first);
  const ids = new Set(messages.map(({ message_id }) => message_id));
  const among = (things: object) =>
    Object.fromEntries(Object.entries(things).filter(([id]) => ids.has(id as Message["message_id"])));
  const { reactions, threads, lines, hasNewer } = page.state;
  return {
    ...{ messages, hasNewer, as_of: page.as_of, reactions: among(reactions), threads: among(threads) },
    lines: lines.filter(({ after_ordinal }) => after_ordinal >= first),
  };
}

/** What somebody typed was sent, or typed over by their own hand; else it stands in the draft or beside it (MSG-15). */
function lostWords({ seat }: Device, { drafts }: View, scene: Scene): string[] {
  const { typed, sent, writtenOver, rooms, comesAndGoes } = scene;
  const isStaying = (room: RoomId) => room === rooms[0] || seat.account !== comesAndGoes;
  const mine = typed.filter(({ device, room }) => device.seat === seat && isStaying(room));
  return mine.flatMap(({ room, text }) => {
    const draft = drafts?.state.drafts.find((each) => each.room_id === room);
    const kept = [draft, ...(draft?.aside ?? []), ...sent].map((each) => each?.text ?? "");
    const isThere = [...kept, ...writtenOver].some((each) => each.includes(text));
    return isThere ? [] : [`${seat.name} typed ${text} in ${room}: it is gone`];
  });
}

function by<Key extends string>(key: Key) {
  return (one: Record<Key, string>, other: Record<Key, string>) => (one[key] < other[key] ? -1 : 1);
}
