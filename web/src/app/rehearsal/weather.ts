/** For rehearsals: how bad the network is. */
import type { Chance } from "@/platform/rehearsal";

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

/** Weather in which no more than `mostLost` of all is lost. */
export function foul(chance: Chance, mostLost: number): Weather {
  return {
    lose: chance() * mostLost,
    double: chance() * 0.3,
    slowest: chance() < 0.3 ? 5_000 : 200,
    break: chance() * 0.05,
    silent: chance(),
  };
}
