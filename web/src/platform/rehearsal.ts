/** For tests: a clock that stands still until told, and chance that can be played again from its seed. */
import type { Clock } from "@/platform/clock";

interface Alarm {
  at: number;
  run: () => void;
}

export type Chance = () => number;

/** The same seed gives the same numbers, everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Nobody sets so many alarms for one stretch of time but a page that has lost itself. */
const MOST_ALARMS = 100_000;

export class StillClock implements Clock {
  readonly random: Chance;
  #now = 1_800_000_000_000;
  #alarms: Alarm[] = [];
  /** Once everything has happened that can happen without time passing. */
  readonly #still: () => Promise<void>;

  constructor(random: Chance = () => 0.5, still: () => Promise<void> = settled) {
    this.random = random;
    this.#still = still;
  }

  now = (): number => this.#now;

  after = (milliseconds: number, run: () => void): (() => void) => {
    const alarm = { at: this.#now + milliseconds, run };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  };

  /** Let time pass; everything that falls due happens in its order. `then` is called after each. */
  async pass(milliseconds: number, then: () => void = () => {}): Promise<void> {
    const end = this.#now + milliseconds;
    let rung = 0;
    await this.#still();
    for (let next = this.#due(end); next; next = this.#due(end)) {
      rung += 1;
      if (rung > MOST_ALARMS) throw new Error("alarms without an end");
      this.#alarms = this.#alarms.filter((alarm) => alarm !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await this.#still();
      then();
    }
    this.#now = end;
  }

  #due(end: number): Alarm | undefined {
    const due = this.#alarms.filter((alarm) => alarm.at <= end);
    return due.reduce<Alarm | undefined>(
      (first, alarm) => (first && first.at <= alarm.at ? first : alarm),
      undefined,
    );
  }
}

/** Every promise that can be kept without time passing has been kept. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
