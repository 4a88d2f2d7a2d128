/**
 * Nothing lost, nothing doubled, nothing out of order, whatever the network does; then the page equals a fresh one.
 * The page is the real one but for its drawing. Whoever looks for more days: SCHEDULES=50000, and SEED=… plays one again.
 */
import { describe, expect, test } from "vitest";

import { brokenOn } from "./rehearsal/day";

const SCHEDULES = Number(process.env.SCHEDULES ?? 2_000);
const FIRST_SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
const AT_ONCE = 250;

describe(`D1 D3 D5 D8 D10 D11 D13 D14 C1 C2 C3 C4 C5 C8 C9: ${SCHEDULES} schedules from seed ${FIRST_SEED}`, () => {
  const parts = Math.ceil(SCHEDULES / AT_ONCE);
  const firsts = Array.from({ length: parts }, (_, place) => FIRST_SEED + place * AT_ONCE);
  test.each(firsts)(
    "from seed %i on",
    async (from) => {
      for (let seed = from; seed < Math.min(from + AT_ONCE, FIRST_SEED + SCHEDULES); seed += 1) {
        const broken = await brokenOn(seed);
        expect(broken, `SEED=${seed} SCHEDULES=1 npm test -- delivery`).toEqual([]);
      }
    },
    60_000,
  );
});
