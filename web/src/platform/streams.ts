/**
 * Brings every stream's frames in order, each once: what repeats is dropped, what runs ahead waits for the hole
 * before it, and the hole is asked for. The network and the screen are handed in.
 */
import type { Frame, Missed } from "@/generated/wire";
import { backoff, type Clock } from "@/platform/clock";
import { Early, type Runs } from "@/platform/early";
import { Recent } from "@/platform/recent";
import { Refusal } from "@/platform/refusals";

export type Numbers = Readonly<Record<string, number>>;

export interface StreamPorts {
  clock: Clock;
  /** Hand on a frame. `after` is the number the stream stood at before, which need not be one less. */
  apply(frame: Frame, after: number): void;
  /** GET /api/facts */
  missed(stream: string, after: number): Promise<Missed>;
  /** Ask over the socket for what was missed since; answers with the streams that must be read anew. */
  hear(since: Numbers, held: Runs): Promise<string[]>;
  /** Read the state that these streams tell about anew: too much was missed to follow. */
  reread(streams: string[]): void;
}

interface Place {
  /** The last number handed on; null while no state has been read yet. */
  have: number | null;
  /** Frames that came before their turn. */
  early: Early;
  /** The highest number known to exist. */
  head: number;
  /** Somebody is already asking for what is missing. */
  asking: boolean;
  failures: number;
  due: (() => void) | null;
}

/** A beat may run ahead of frames that are still being written; give them a moment before asking. */
const GRACE = 1_000;
/** Everybody who missed the same frame finds out at once; spread the asking. */
const SPREAD = 200;
/** Streams named in one `hear`: a text frame holds 64 KiB. */
const STREAMS_AT_ONCE = 400;

export class Streams {
  readonly #ports: StreamPorts;
  readonly #places = new Map<string, Place>();
  readonly #recent = new Recent();
  #standing = new Map<string, number>();

  constructor(ports: StreamPorts) {
    this.#ports = ports;
  }

  /** Where a stream stands; null when nothing of it has been read. */
  have(stream: string): number | null {
    return this.#places.get(stream)?.have ?? null;
  }

  /** A frame came, from wherever. */
  receive(frame: Frame): void {
    const place = this.#place(frame.stream);
    place.head = Math.max(place.head, frame.number);
    if (frame.number <= (place.have ?? -1)) return;
    place.early.keep(frame);
    this.#drain(place);
    if (isBehind(place)) this.#askSoon(frame.stream, place, SPREAD * this.#ports.clock.random());
  }

  /** State was read that is true as of this number. It may lie before or after where the stream stands. */
  known(stream: string, number: number): void {
    const place = this.#place(stream);
    if (place.have === null) {
      place.have = number;
      this.#drain(place);
    } else if (number < place.have) {
      this.#goBack(stream, place, number);
    }
    this.noticed(stream, number);
  }

  /** Something says that this number exists: the answer to a post, a beat. */
  noticed(stream: string, number: number): void {
    const place = this.#place(stream);
    place.head = Math.max(place.head, number);
    if (isBehind(place)) this.#askSoon(stream, place, GRACE);
  }

  beat(heads: Numbers): void {
    for (const [stream, number] of Object.entries(heads)) this.noticed(stream, number);
  }

  forget(stream: string): void {
    this.#places.get(stream)?.due?.();
    this.#places.delete(stream);
    this.#recent.forget(stream);
  }

  /** A new connection is being made: what stands now must not lie beyond the heads that it will tell. */
  dialing(): void {
    this.#standing = new Map([...this.#places].map(([stream, place]) => [stream, place.have ?? 0]));
  }

  /** The subscription stands. Ask for everything that was told while nobody listened. */
  async resume(heads: Numbers): Promise<void> {
    const since: [string, number][] = [];
    const turnedBack: string[] = [];
    for (const [stream, head] of Object.entries(heads)) {
      const place = this.#place(stream);
      place.failures = 0;
      // The server stands before us: it was restored from a copy, and its numbers mean something else now.
      if ((this.#standing.get(stream) ?? 0) > head) {
        this.#places.set(stream, { ...emptyPlace(), head });
        turnedBack.push(stream);
        continue;
      }
      place.head = Math.max(place.head, head);
      place.early.forgetBeyond(head);
      if (place.have !== null && place.have < head) since.push([stream, place.have]);
    }
    this.#startAnew(turnedBack);
    for (let from = 0; from < since.length; from += STREAMS_AT_ONCE) {
      await this.#hear(since.slice(from, from + STREAMS_AT_ONCE));
    }
  }

  /** Nothing is known any more: another person may be next. */
  clear(): void {
    for (const stream of [...this.#places.keys()]) this.forget(stream);
    this.#standing.clear();
  }

  async #hear(since: [string, number][]): Promise<void> {
    const places = since.map(([stream]) => [stream, this.#place(stream)] as const);
    for (const [, place] of places) place.asking = true;
    const held = places.flatMap(([stream, { early }]) => (early.run() ? [[stream, early.run()]] : []));
    try {
      this.#startAnew(await this.#ports.hear(Object.fromEntries(since), Object.fromEntries(held)));
    } catch {
      // Closed or too slow: the next connection asks again, and until then holes are asked for one by one.
    }
    for (const [stream, place] of places) {
      place.asking = false;
      if (isBehind(place)) this.#askSoon(stream, place, GRACE);
    }
  }

  /** What came early stays: the state that is read now may end just before it. */
  #startAnew(streams: string[]): void {
    for (const stream of streams) {
      this.#place(stream).have = null;
      this.#recent.forget(stream);
    }
    if (streams.length > 0) this.#ports.reread(streams);
  }

  #goBack(stream: string, place: Place, number: number): void {
    const bridge = this.#recent.since(stream, number);
    if (bridge) {
      for (const { frame, after } of bridge) this.#ports.apply(frame, after);
    } else {
      place.have = number;
      this.#recent.forget(stream);
    }
  }

  #drain(place: Place): void {
    while (place.have !== null) {
      const frame = place.early.at(place.have + 1);
      if (!frame) break;
      this.#handOn(place, frame);
    }
    if (place.have !== null) place.early.forgetUpTo(place.have);
  }

  #handOn(place: Place, frame: Frame): void {
    const after = place.have;
    if (after === null || frame.number <= after) return;
    // First move, then tell: whoever hears of the frame may ask where the stream stands.
    place.have = frame.number;
    place.head = Math.max(place.head, frame.number);
    this.#recent.keep(frame, after);
    this.#ports.apply(frame, after);
  }

  #askSoon(stream: string, place: Place, wait: number): void {
    if (place.asking || place.due) return;
    place.due = this.#ports.clock.after(wait, () => {
      place.due = null;
      void this.#ask(stream, place);
    });
  }

  async #ask(stream: string, place: Place): Promise<void> {
    const from = place.have;
    if (from === null || place.asking || !this.#isStillBehind(stream, place)) return;
    place.asking = true;
    try {
      const missed = await this.#ports.missed(stream, from);
      // Meanwhile older state may have been read; then this answer begins too late.
      if (this.#places.get(stream) === place && (place.have ?? -1) >= from) this.#fill(stream, place, missed);
    } catch (error) {
      this.#notTold(stream, place, error);
    }
    place.asking = false;
    const wait = place.failures > 0 ? backoff(place.failures, { random: this.#ports.clock.random() }) : 0;
    if (this.#isStillBehind(stream, place)) this.#askSoon(stream, place, wait);
  }

  #isStillBehind(stream: string, place: Place): boolean {
    return isBehind(place) && this.#places.get(stream) === place;
  }

  #fill(stream: string, place: Place, missed: Missed): void {
    const before = place.have;
    for (const frame of missed.frames) this.#handOn(place, frame);
    // Numbers that we may not see are covered by the answer, so no hole is asked for for ever.
    this.#handOn(place, { stream, number: missed.covered });
    this.#drain(place);
    place.failures = place.have === before ? place.failures + 1 : 0;
  }

  #notTold(stream: string, place: Place, error: unknown): void {
    place.failures += 1;
    const status = error instanceof Refusal ? error.status : 0;
    if (status === 410) this.#startAnew([stream]);
    // Not ours any more: the fact that says so comes on another stream, so stop asking.
    if (status === 401 || status === 403 || status === 404) {
      place.early.clear();
      place.head = place.have ?? 0;
    }
  }

  #place(stream: string): Place {
    const found = this.#places.get(stream);
    if (found) return found;
    const made = emptyPlace();
    this.#places.set(stream, made);
    return made;
  }
}

function emptyPlace(): Place {
  return { have: null, early: new Early(), head: 0, asking: false, failures: 0, due: null };
}

function isBehind(place: Place): boolean {
  return place.have !== null && place.have < place.head;
}
