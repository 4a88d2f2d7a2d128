/**
 * The files that one person brings, each on its way by itself: a few at once, again by itself when the line breaks, and
 * on from where it was. What a reload needs lies on the device, never the bytes: of a shared PC nobody finds them there.
 * Storage, network and clock are handed in.
 */
import type { FileId } from "@/generated/wire";
import { backoff } from "@/platform/clock";
import { Refusal } from "@/platform/refusals";

import {
  type BringingPorts,
  type Brought,
  type Entry,
  entryOf,
  isOver,
  isSame,
  isUnderWay,
  keptOf,
  newEntry,
  type Shown,
  type Spot,
  shownOf,
} from "./brought";

const AT_ONCE = 2;
/** The server forgets what nothing holds on to. */
const A_DAY = 24 * 60 * 60_000;
const none: readonly Brought[] = [];

export class Bringing {
  readonly #ports: BringingPorts;
  #entries: Entry[] = [];
  #shown: Shown = new Map();
  readonly #ears = new Set<() => void>();

  constructor(ports: BringingPorts) {
    this.#ports = ports;
  }

  listen = (heard: () => void): (() => void) => {
    this.#ears.add(heard);
    return () => this.#ears.delete(heard);
  };

  /** What is being brought there, in the order in which it was chosen; the same list until something changes. */
  at(spot: Spot): readonly Brought[] {
    return this.#shown.get(spot) ?? none;
  }

  /** Take in what this tab left behind when it was loaded anew. */
  async adopt(): Promise<void> {
    const { shelf, clock, tab } = this.#ports;
    for (const kept of await shelf.all()) {
      if (clock.now() - kept.at > A_DAY) void this.#unkeep(kept.key);
      else if (kept.tab === tab && !this.#find(kept.key)) this.#entries.push(entryOf(kept));
    }
    this.#entries.sort((one, other) => (one.shown.key < other.shown.key ? -1 : 1));
    this.#tell();
  }

  /** Begin to bring them. One that was lost goes on, when it is chosen again. */
  add(spot: Spot, files: readonly File[]): void {
    for (const file of files) this.#take(spot, file);
    this.#tell();
    this.#go();
  }

  /** Forget it, here and on the server. */
  remove(key: string): void {
    const entry = this.#find(key);
    if (!entry) return;
    const { address, shown } = entry;
    // Begun and not yet answered, it would lie there for a day: it is given up once its address is known.
    if (shown.standing === "going" && !address) entry.stop = () => {};
    this.#drop(entry);
    if (shown.standing !== "whole") this.#giveUp(address);
    this.#tell();
    this.#go();
  }

  /** Try anew what was refused: as another upload, for of this one the answer is known. */
  again(key: string): void {
    const entry = this.#find(key);
    if (!entry?.file) return;
    void this.#unkeep(key);
    this.#giveUp(entry.address);
    entry.address = null;
    this.#become(entry, { key: this.#ports.newKey(), standing: "waiting", sent: 0, refusal: null });
    void this.#keep(entry);
    this.#go();
  }

  /** Send no more of it until it is to go on. */
  pause(key: string): void {
    const entry = this.#find(key);
    if (!(entry && isUnderWay(entry.shown))) return;
    entry.stop();
    this.#become(entry, { standing: "paused" });
    this.#go();
  }

  /** Send the rest of what was paused. */
  goOn(key: string): void {
    const entry = this.#find(key);
    if (entry?.shown.standing !== "paused") return;
    entry.failures = 0;
    this.#become(entry, { standing: "waiting" });
    this.#go();
  }

  /** Say what is to be seen in it. */
  describe(key: string, about: string): void {
    const entry = this.#find(key);
    if (!entry) return;
    this.#become(entry, { about });
    void this.#keep(entry);
  }

  /** They are part of a message now, and no longer of what is being written. */
  hand(spot: Spot): { file_id: FileId; name: string }[] {
    const whole = this.#entries.filter((entry) => entry.spot === spot && entry.shown.file_id);
    for (const entry of whole) this.#drop(entry);
    this.#tell();
    return whole.flatMap(({ shown: { file_id, name } }) => (file_id ? [{ file_id, name }] : []));
  }

  /** The network is back: sit out no more waits. */
  wake(): void {
    for (const entry of this.#entries) {
      entry.failures = 0;
      if (entry.shown.standing !== "stalled") continue;
      entry.stop();
      this.#become(entry, { standing: "waiting" });
    }
    this.#go();
  }

  /** Somebody else is here now: leave everything as it lies, and stop. */
  close(): void {
    for (const entry of this.#entries) entry.stop();
    this.#entries = [];
    this.#tell();
  }

  #take(spot: Spot, file: File): void {
    const lost = this.#entries.find(
      (entry) => entry.spot === spot && entry.shown.standing === "lost" && isSame(entry.shown, file),
    );
    if (lost) {
      lost.file = file;
      lost.shown = { ...lost.shown, standing: "waiting" };
      return;
    }
    const entry = newEntry(spot, file, this.#ports.newKey(), this.#ports.clock.now());
    this.#entries.push(entry);
    void this.#keep(entry);
  }

  #go(): void {
    const going = this.#entries.filter(({ shown }) => shown.standing === "going").length;
    const next = this.#entries.filter(({ shown }) => shown.standing === "waiting").slice(0, AT_ONCE - going);
    for (const entry of next) if (entry.file) void this.#carry(entry, entry.file);
  }

  async #carry(entry: Entry, file: File): Promise<void> {
    const taking = new AbortController();
    entry.stop = () => taking.abort();
    this.#become(entry, { standing: "going" });
    const { key } = entry.shown;
    try {
      const file_id = await this.#ports.carry(file, {
        key,
        address: entry.address,
        signal: taking.signal,
        onAddress: (address) => {
          entry.address = address;
          if (this.#isThere(entry)) void this.#keep(entry);
          else {
            taking.abort();
            this.#giveUp(address);
          }
        },
        onProgress: (sent) => {
          entry.failures = 0;
          if (entry.shown.standing === "going") this.#become(entry, { sent });
        },
      });
      if (taking.signal.aborted || !this.#isThere(entry)) return;
      entry.file = null;
      this.#become(entry, { standing: "whole", sent: file.size, file_id });
      await this.#keep(entry);
    } catch (error) {
      if (!taking.signal.aborted && this.#isThere(entry)) this.#failed(entry, error);
    }
    this.#go();
  }

  #failed(entry: Entry, error: unknown): void {
    if (isOver(error)) {
      this.#become(entry, { standing: "refused", refusal: error });
      return;
    }
    entry.failures += 1;
    const asked = error instanceof Refusal ? error.retryAfter : null;
    const { clock } = this.#ports;
    const pause = asked === null ? backoff(entry.failures, { random: clock.random() }) : asked * 1_000;
    this.#become(entry, { standing: "stalled" });
    entry.stop = clock.after(pause, () => {
      this.#become(entry, { standing: "waiting" });
      this.#go();
    });
  }

  #become(entry: Entry, now: Partial<Brought>): void {
    entry.shown = { ...entry.shown, ...now };
    this.#tell();
  }

  #drop(entry: Entry): void {
    entry.stop();
    this.#entries = this.#entries.filter((other) => other !== entry);
    void this.#unkeep(entry.shown.key);
  }

  /** Without storage (a private window) it is known as long as the page lives. */
  async #keep(entry: Entry): Promise<void> {
    const { key } = entry.shown;
    await this.#ports.shelf.put(key, keptOf(entry, this.#ports.tab)).catch(() => {});
    // Dropped while it was put there.
    if (!this.#find(key)) await this.#unkeep(key);
  }

  async #unkeep(key: string): Promise<void> {
    await this.#ports.shelf.remove(key).catch(() => {});
  }

  #giveUp(address: string | null): void {
    if (address) void this.#ports.giveUp(address).catch(() => {});
  }

  #isThere(entry: Entry): boolean {
    return this.#entries.includes(entry);
  }

  #find(key: string): Entry | undefined {
    return this.#entries.find(({ shown }) => shown.key === key);
  }

  #tell(): void {
    this.#shown = shownOf(this.#entries, this.#shown);
    for (const heard of this.#ears) heard();
  }
}
