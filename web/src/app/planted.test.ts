/** A rehearsal that finds nothing may be blind: each of these faults is put into a part of it, and must be found. */
import { describe, expect, test } from "vitest";

import type { FactName, Frame, Posted } from "@/generated/wire";
import type { Handlers } from "@/platform/facts";
import type { Chance } from "@/platform/rehearsal";

import { ROOMS } from "./rehearsal/acts";
import { brokenOn, type Parts } from "./rehearsal/day";
import { Journal, type Telling } from "./rehearsal/journal";
import { RehearsedPage } from "./rehearsal/page";
import { Town } from "./rehearsal/town";

type Posting = Parameters<Town["post"]>;

const SELDOM = 0.1;
/** More days than these, and the rehearsal does not see it. */
const MOST_DAYS = 20;

/** A number is taken, and what was to be told under it is rolled back: nothing stands there. */
class SkippingJournal extends Journal {
  readonly #skipped = new Set<string>();
  readonly #chance: Chance;

  constructor(chance: Chance) {
    super();
    this.#chance = chance;
  }

  override keep(stream: string, telling: Telling): Frame {
    if (this.#chance() < SELDOM) {
      const { number } = super.keep(stream, () => null);
      this.#skipped.add(`${stream} ${number}`);
    }
    return super.keep(stream, telling);
  }

  override after(stream: string, number: number): Frame[] {
    return super.after(stream, number).filter((frame) => !this.#skipped.has(`${stream} ${frame.number}`));
  }
}

/** A message that is sent again is written again. */
class ForgetfulTown extends Town {
  override post(...[author, room, { send_key, parts }]: Posting): Posted {
    const known = this.rooms.get(room)?.messages.find((each) => each.send_key === send_key);
    if (!known) return super.post(author, room, { send_key, parts });
    const again = super.post(author, room, { send_key: `${send_key}'` as typeof send_key, parts });
    return { ...again, send_key };
  }
}

/** It says that a message is safe, and then the commit fails. */
class HastyTown extends Town {
  readonly chance: Chance;

  constructor(chance: Chance) {
    super(ROOMS);
    this.chance = chance;
  }

  override post(...posting: Posting): Posted {
    const [author, room_id, { send_key }] = posting;
    if (author !== this.me || this.chance() >= SELDOM) return super.post(...posting);
    const ordinal = (this.rooms.get(room_id)?.messages.length ?? 0) + 1;
    const number = this.head(`room/${room_id}`);
    const message_id = `${room_id}-${ordinal}` as Posted["message_id"];
    return { message_id, send_key, ordinal, number, posted_at: new Date(ordinal).toISOString() };
  }
}

/** Whoever was let out goes on hearing. */
class LaxTown extends Town {
  protected override mayHear(): boolean {
    return true;
  }
}

/** Whatever somebody's coming does to the screen, it does twice. */
class StammeringPage extends RehearsedPage {
  protected override handlers(): Handlers<FactName> {
    const handlers = super.handlers();
    const once = handlers["rooms.joined"];
    return {
      ...handlers,
      "rooms.joined": (cache, told) => {
        once(cache, told);
        once(cache, told);
      },
    };
  }
}

const planted: { fault: string; breaks: string; parts: Parts }[] = [
  {
    fault: "a skipped number",
    breaks: "C4",
    parts: { town: (chance) => new Town(ROOMS, new SkippingJournal(chance)) },
  },
  { fault: "a message that is written twice", breaks: "C2", parts: { town: () => new ForgetfulTown(ROOMS) } },
  { fault: "a fact that is applied twice", breaks: "C8", parts: { page: StammeringPage } },
  { fault: "an answer before the commit", breaks: "C1", parts: { town: (chance) => new HastyTown(chance) } },
  { fault: "a revocation that is ignored", breaks: "C9", parts: { town: () => new LaxTown(ROOMS) } },
];

describe("planted faults are found", () => {
  test.each(planted)("$fault breaks $breaks", async ({ fault, breaks, parts }) => {
    const seed = await firstDayThat(breaks, parts);
    console.info(`${fault}: found on the day of seed ${seed}`);
    expect(promises(await brokenOn(seed, parts))).toEqual(promises(await brokenOn(seed, parts)));
    expect(await brokenOn(seed), "without the fault").toEqual([]);
  });
});

/** Their names alone: a message has another key each time. */
function promises(broken: string[]): string[] {
  return broken.map((words) => words.slice(0, 2));
}

async function firstDayThat(breaks: string, parts: Parts): Promise<number> {
  for (let seed = 1; seed <= MOST_DAYS; seed += 1) {
    const broken = await brokenOn(seed, parts);
    if (broken.some((words) => words.startsWith(breaks))) return seed;
  }
  throw new Error(`${breaks} was not broken on any of ${MOST_DAYS} days`);
}
