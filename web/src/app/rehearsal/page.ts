/** For tests: a whole page without a browser: cache, facts, live connection and outbox over rehearsed wires. */
import { notifyManager, QueryClient, QueryObserver } from "@tanstack/react-query";

import { facts, signals } from "@/app/facts";
import type {
  FactName,
  Message,
  PageAnswer,
  Posted,
  RoomAnswer,
  RoomId,
  ScreenAnswer,
  SendKey,
} from "@/generated/wire";
import type { Handlers } from "@/platform/facts";
import { type Held, heldQuery } from "@/platform/held";
import type { Shelf } from "@/platform/kept";
import { Live } from "@/platform/live";
import { Refusal } from "@/platform/refusals";
import type { StillClock } from "@/platform/rehearsal";
import { outboxKey, outboxWith } from "@/talk/messages/outbox";
import { heldPage, pageKey, type Reader, readEnd, readOn, type Wanted } from "@/talk/messages/page";
import type { Outbox } from "@/talk/messages/sending";
import type { Kept, Waiting } from "@/talk/messages/waiting";
import type { PageState, Side } from "@/talk/messages/window";
import { heldRoom, roomKey } from "@/talk/rooms/rooms";
import { heldScreen, screenKey } from "@/talk/rooms/rows";

import type { Wires } from "./wires";

const LINES = 30;

notifyManager.setScheduler(queueMicrotask);

export class RehearsedPage {
  readonly cache = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: "always" } },
  });
  readonly live: Live;
  readonly #wires: Wires;
  readonly #clock: StillClock;
  readonly #shelf: Shelf<Kept>;
  readonly #openers = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  outbox: Outbox;
  /** What the page was told is safe. */
  readonly acknowledged: Posted[] = [];

  constructor(wires: Wires, clock: StillClock, shelf: Shelf<Kept>) {
    this.#wires = wires;
    this.#clock = clock;
    this.#shelf = shelf;
    const nothing = () => {};
    const opened = () => {
      for (const open of this.#openers) open();
    };
    const life = {
      cache: this.cache,
      facts: this.handlers(),
      signals,
      opened,
      changed: nothing,
      signedOut: nothing,
      tooOld: nothing,
    };
    this.live = new Live(wires.ports(), life);
    this.outbox = this.#openOutbox();
    this.live.begin();
    this.#look(screenKey, async () => heldScreen(await wires.ask((town): ScreenAnswer => town.screen())));
  }

  /** What each fact does to what is held. */
  protected handlers(): Handlers<FactName> {
    return facts;
  }

  /** Somebody opens the room: its members and its newest messages are read. */
  open(room: RoomId): void {
    this.#look(roomKey(room), async () =>
      heldRoom(await this.#wires.ask((town): RoomAnswer => town.room(room))),
    );
    this.#look(pageKey(room), async () =>
      heldPage(room, await this.#wires.ask((town): PageAnswer => town.page(room, {}, LINES))),
    );
  }

  /** Somebody scrolls to an end of what is there. A window that cannot be widened stays as it is. */
  widen(room: RoomId, side: Side): void {
    if (this.#isAtEnd(room, side)) return;
    const read: Reader = (wanted) => this.#wires.ask((town) => town.page(room, wanted, LINES));
    void readOn(this.cache, { roomId: room, key: pageKey(room), side }, read).catch(() => {});
  }

  /** Somebody jumps to a place in the room, or to its end. */
  jump(room: RoomId, to: Wanted): void {
    const read: Reader = () => this.#wires.ask((town) => town.page(room, to, LINES));
    void readEnd(this.cache, { roomId: room, key: pageKey(room) }, read).catch(() => {});
  }

  messagesIn(room: RoomId): Message[] {
    return this.held<PageState>(pageKey(room))?.state.messages ?? [];
  }

  waitingIn(room: RoomId): Waiting[] {
    return this.cache.getQueryData<Waiting[]>(outboxKey(room)) ?? [];
  }

  /** Send keys that are on the screen twice: as a message and as one that waits. */
  doubled(room: RoomId): SendKey[] {
    const shown = new Set(this.messagesIn(room).map((message) => message.send_key));
    return this.waitingIn(room).flatMap(({ send_key }) => (shown.has(send_key) ? [send_key] : []));
  }

  held<State>(key: readonly unknown[]): Held<State> | undefined {
    return this.cache.getQueryData<Held<State>>(key);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.live.end();
    this.cache.clear();
  }

  #isAtEnd(room: RoomId, side: Side): boolean {
    const state = this.held<PageState>(pageKey(room))?.state;
    return !(side === "older" ? state?.hasOlder : state?.hasNewer);
  }

  #look<State>(key: readonly unknown[], read: () => Promise<Held<State>>): void {
    const observer = new QueryObserver(
      this.cache,
      heldQuery<State>({ key, read: () => this.#untilRead(read) }),
    );
    this.#stops.push(observer.subscribe(() => {}));
  }

  /** The cache's own tries wait in real time, which does not pass here. */
  async #untilRead<State>(read: () => Promise<Held<State>>): Promise<Held<State>> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      await new Promise<void>((resolve) => void this.#clock.after(1_000, resolve));
      return this.#untilRead(read);
    }
  }

  #openOutbox(): Outbox {
    const [outbox, close] = outboxWith(this.cache, {
      clock: this.#clock,
      shelf: this.#shelf,
      post: async (message) => {
        const posted = await this.#post(message);
        this.acknowledged.push(posted);
        return posted;
      },
      noticed: (stream, number) => this.live.streams.noticed(stream, number),
      onOpen: (opened) => {
        this.#openers.add(opened);
        return () => this.#openers.delete(opened);
      },
    });
    this.#stops.push(close);
    return outbox;
  }

  #post(message: Kept): Promise<Posted> {
    const { room_id, send_key, parts } = message;
    if (this.live.line.state.at !== "open") return this.#wires.post(message);
    return this.live.line.ask<Posted>({
      do: "messages.post",
      room_id,
      send_key,
      parts,
    });
  }
}

/** A shelf that outlives the page, as the device's does. */
export function shelfInMemory(): Shelf<Kept> {
  const kept = new Map<string, Kept>();
  return {
    all: async () => [...kept.values()].map((value) => structuredClone(value)),
    get: async (key) => structuredClone(kept.get(key)),
    put: async (key, value) => void kept.set(key, structuredClone(value)),
    remove: async (key) => void kept.delete(key),
  };
}
