/**
 * The outbox of one person: every message waits on the device under its send key until the server's own is seen.
 * In a room one goes after the other; what nobody answered for is said again with the same key. Storage, network
 * and page are handed in.
 */
import type { AccountId, Part, Posted, RoomId, SendKey } from "@/generated/wire";
import type { Clock } from "@/platform/clock";
import type { Shelf } from "@/platform/kept";
import { isFinal, Refusal } from "@/platform/refusals";
import {
  type About,
  byKey,
  type Entry,
  entryOf,
  hasPassed,
  holdOf,
  type Kept,
  keptOf,
  newEntry,
  pauseAfter,
  shown,
  type Waiting,
  type Window,
} from "@/talk/messages/waiting";

export interface OutboxPorts {
  clock: Clock;
  shelf: Shelf<Kept>;
  newKey(): SendKey;
  post(message: Kept): Promise<Posted>;
  /** What is on the screen of the room now. */
  windows(room: RoomId): Window[];
  /** The server has it: see that it arrives here too. */
  accepted(room: RoomId, posted: Posted): void;
  show(room: RoomId, waiting: Waiting[]): void;
}

/** The messages of one room, in the order in which they were written. */
interface Lane {
  room: RoomId;
  entries: Entry[];
  busy: boolean;
  /** Done with the try that is under way. */
  going: Promise<void>;
  failures: number;
  /** Takes back the next try that is planned. */
  cancel: () => void;
}

export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #lanes = new Map<RoomId, Lane>();
  /** Signed out: everything stays and nothing goes. */
  #isClosed = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  /** Take in what lies on the shelf: from before a reload, or from a tab that is gone. */
  async adopt(): Promise<void> {
    for (const message of await this.#ports.shelf.all()) {
      const lane = this.#lane(message.room_id);
      if (lane.entries.some((entry) => entry.send_key === message.send_key)) continue;
      lane.entries = [...lane.entries, entryOf(message, true)].sort(byKey);
    }
    for (const lane of this.#lanes.values()) {
      this.#show(lane);
      this.#lookAround(lane);
    }
  }

  async post(room_id: RoomId, parts: Part[], about?: About): Promise<void> {
    const { newKey, clock } = this.#ports;
    const entry = newEntry({ send_key: newKey(), room_id, parts }, clock.now(), about);
    const lane = this.#lane(room_id);
    lane.entries = [...lane.entries, entry];
    this.#show(lane);
    await this.#keep(entry);
    this.#go(lane);
  }

  /** Whoever sends it again does so in the name that they have now. */
  async sendAgain(key: SendKey, writtenFor?: AccountId | null): Promise<void> {
    const [lane, entry] = this.#find(key);
    if (!lane || entry?.state !== "refused") return;
    entry.writtenFor = writtenFor;
    this.#become(lane, entry, "waiting");
    await this.#keep(entry);
    this.#go(lane);
  }

  async discard(key: SendKey): Promise<void> {
    const [lane, entry] = this.#find(key);
    if (!lane || !entry) return;
    this.#drop(lane, entry);
    await this.#unkeep(entry);
    this.#go(lane);
  }

  /** The line stands, the network is back, or the person signed in: sit out no more waits. */
  wake(): void {
    this.#isClosed = false;
    for (const lane of this.#lanes.values()) {
      lane.failures = 0;
      this.#go(lane);
    }
  }

  /** Somebody leaves: what could still be taken back goes now. */
  async hurry(): Promise<void> {
    for (const lane of this.#lanes.values()) {
      for (const entry of lane.entries) entry.until = null;
      this.#go(lane);
    }
    await Promise.all([...this.#lanes.values()].map(({ going }) => going));
  }

  /** Leave everything as it lies, and stop. */
  close(): void {
    this.#isClosed = true;
    for (const lane of this.#lanes.values()) lane.cancel();
  }

  /** What a window of the room shows has arrived, and waits no longer; nor does what is gone again already. */
  seen(room: RoomId, window: Window): void {
    const lane = this.#lane(room);
    for (const entry of lane.entries) {
      if (!window.keys.has(entry.send_key) && !hasPassed(entry, window)) continue;
      this.#drop(lane, entry);
      void this.#unkeep(entry);
    }
  }

  #go(lane: Lane): void {
    if (lane.busy || this.#isClosed) return;
    lane.cancel();
    lane.busy = true;
    lane.going = this.#empty(lane).then((pause) => {
      lane.busy = false;
      if (pause > 0 && !this.#isClosed) lane.cancel = this.#ports.clock.after(pause, () => this.#go(lane));
      else if (nextIn(lane)) this.#go(lane);
    });
  }

  /** One after the other, until none is left (0) or one has to be tried again later. */
  async #empty(lane: Lane): Promise<number> {
    for (let next = nextIn(lane); next && !this.#isClosed; next = nextIn(lane)) {
      const pause = holdOf(next, this.#ports.clock.now()) || (await this.#send(lane, next));
      if (pause > 0) return pause;
    }
    return 0;
  }

  async #send(lane: Lane, entry: Entry): Promise<number> {
    if (!(await this.#isStillWanted(lane, entry))) return 0;
    if (lane.failures === 0) this.#become(lane, entry, "sending");
    try {
      const posted = await this.#ports.post(keptOf(entry));
      lane.failures = 0;
      await this.#accepted(lane, entry, posted);
      return 0;
    } catch (error) {
      return this.#notAccepted(lane, entry, error);
    }
  }

  /** The shelf is the truth: another tab may have sent the message meanwhile, or thrown it away. */
  async #isStillWanted(lane: Lane, entry: Entry): Promise<boolean> {
    if (!entry.isKept) return true;
    const kept = await this.#ports.shelf.get(entry.send_key).catch(() => keptOf(entry));
    if (!kept) this.#drop(lane, entry);
    else if (kept.refused) this.#become(lane, entry, "refused", entryOf(kept, true).refusal);
    return kept !== undefined && kept.refused === null;
  }

  async #accepted(lane: Lane, entry: Entry, posted: Posted): Promise<void> {
    entry.ordinal = posted.ordinal;
    entry.number = posted.number;
    await this.#unkeep(entry);
    this.#lookAround(lane);
    const willAppear = this.#ports.windows(lane.room).some((window) => window.isAtEnd);
    if (!willAppear) this.#drop(lane, entry);
    this.#ports.accepted(lane.room, posted);
  }

  async #notAccepted(lane: Lane, entry: Entry, error: unknown): Promise<number> {
    if (isFinal(error)) {
      this.#become(lane, entry, "refused", error);
      await this.#keep(entry);
      return 0;
    }
    const isSaidNo = error instanceof Refusal;
    if (isSaidNo && error.status === 401) this.close();
    lane.failures += 1;
    // Nobody knows whether it arrived: at first that is nothing to worry anybody with.
    if (isSaidNo || lane.failures > 1) this.#become(lane, entry, "waiting");
    return pauseAfter(error, lane.failures, this.#ports.clock.random());
  }

  #lookAround(lane: Lane): void {
    for (const window of this.#ports.windows(lane.room)) this.seen(lane.room, window);
  }

  #become(lane: Lane, entry: Entry, state: Waiting["state"], refusal: Refusal | null = null): void {
    entry.state = state;
    entry.refusal = refusal;
    this.#show(lane);
  }

  /** Without storage (a private window) the message waits as long as the page lives. */
  async #keep(entry: Entry): Promise<void> {
    const put = this.#ports.shelf.put(entry.send_key, keptOf(entry));
    entry.isKept = await put.then(
      () => true,
      () => false,
    );
  }

  async #unkeep(entry: Entry): Promise<void> {
    await this.#ports.shelf.remove(entry.send_key).catch(() => {});
  }

  #drop(lane: Lane, entry: Entry): void {
    lane.entries = lane.entries.filter((other) => other !== entry);
    this.#show(lane);
  }

  #show(lane: Lane): void {
    this.#ports.show(lane.room, lane.entries.map(shown));
  }

  #find(key: SendKey): [Lane, Entry] | [null, null] {
    for (const lane of this.#lanes.values()) {
      const entry = lane.entries.find((each) => each.send_key === key);
      if (entry) return [lane, entry];
    }
    return [null, null];
  }

  #lane(room: RoomId): Lane {
    const found = this.#lanes.get(room);
    if (found) return found;
    const going = Promise.resolve();
    const made: Lane = { room, entries: [], busy: false, going, failures: 0, cancel: () => {} };
    this.#lanes.set(room, made);
    return made;
  }
}

function nextIn(lane: Lane): Entry | undefined {
  return lane.entries.find((entry) => entry.state !== "refused" && entry.ordinal === null);
}
