/** For rehearsals: how bad the network is, and what that means for one question, or for one connection. */
import { type Chance, chanceFrom } from "@/platform/rehearsal";

/** Chances from 0 to 1, delays in milliseconds. */
export interface Weather {
  lose: number;
  double: number;
  slowest: number;
  break: number;
  /** Of the breaks, those that nobody notices until silence speaks. */
  silent: number;
}

export const CALM: Weather = { lose: 0, double: 0, slowest: 5, break: 0, silent: 0 };

export function foul(chance: Chance): Weather {
  return {
    lose: chance() * 0.25,
    double: chance() * 0.3,
    slowest: chance() < 0.3 ? 5_000 : 200,
    break: chance() * 0.05,
    silent: chance(),
  };
}

/** Each has a chance of its own: what happens to one does not depend on when the others' answers come in. */
export class Fate {
  readonly #chance: Chance;
  readonly #weather: () => Weather;

  constructor(of: Chance, weather: () => Weather) {
    this.#chance = chanceFrom(Math.floor(of() * 2 ** 32));
    this.#weather = weather;
  }

  falls(what: keyof Weather): boolean {
    return this.#chance() < this.#weather()[what];
  }

  delay(): number {
    return 1 + this.#chance() * this.#weather().slowest;
  }

  isEven(): boolean {
    return this.#chance() < 0.5;
  }
}
