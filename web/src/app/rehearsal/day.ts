/** For rehearsals: a day under a seed, from the first act until everything is quiet again, and what it broke. */
import { chanceFrom, StillClock } from "@/platform/rehearsal";
import { pageKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";

import { acts, oneOf, ROOMS, type Scene, WELFARE } from "./acts";
import { RehearsedPage, shelfInMemory } from "./page";
import { brokenAtLast, brokenNow, LAST_MARKS } from "./promises";
import { Town } from "./town";
import { CALM, foul } from "./weather";
import { Wires } from "./wires";

const TURNS = 25;
/** Scrolling to the end takes a few turns; more, and there is no end. */
const MOST_TURNS_TO_THE_END = 200;

/** What a test may put in the place of a part, to see whether it is found that this part is bad. */
export interface Parts {
  town?: (chance: () => number) => Town;
  page?: typeof RehearsedPage;
}

/** Every promise that the day under this seed breaks, in words. The same seed is the same day. */
export async function brokenOn(seed: number, parts: Parts = {}): Promise<string[]> {
  const chance = chanceFrom(seed);
  const clock = new StillClock(chance);
  const town = parts.town?.(chanceFrom(~seed)) ?? new Town(ROOMS);
  const wires = new Wires(town, clock, { chance, weather: foul(chance, 0.3) });
  const page = new (parts.page ?? RehearsedPage)(wires, clock, shelfInMemory());
  const scene: Scene = { town, wires, page, chance, posted: [] };
  const broken = new Set<string>();
  const look = () => {
    for (const words of brokenNow(scene)) broken.add(words);
  };
  const passes = (milliseconds: number) => clock.pass(milliseconds, look);
  page.open(WELFARE);
  for (let turn = 0; turn < TURNS; turn += 1) {
    oneOf(acts, chance)(scene);
    await passes(chance() * (chance() < 0.1 ? 60_000 : 1_500));
  }
  await untilQuiet(scene, passes);
  for (const words of brokenAtLast(scene)) broken.add(words);
  page.close();
  return [...broken];
}

async function untilQuiet({ wires, page }: Scene, passes: (milliseconds: number) => Promise<void>) {
  // A line that died in silence is found by its silence; nothing else heals it.
  wires.weather = CALM;
  await passes(150_000);
  for (let turn = 0; turn < MOST_TURNS_TO_THE_END; turn += 1) {
    if (!page.held<PageState>(pageKey(WELFARE))?.state.hasNewer) break;
    page.widen(WELFARE, "newer");
    await passes(1_000);
  }
  wires.whisper({ signal: "receipts.counted", room_id: WELFARE, marks: LAST_MARKS });
  await passes(1_000);
}
