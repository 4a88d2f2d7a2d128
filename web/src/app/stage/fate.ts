/** For rehearsals: what the weather means for one question, or for one connection. */

import type { Weather } from "@/app/rehearsal/weather";
import { type Chance, chanceFrom } from "@/platform/rehearsal";

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
