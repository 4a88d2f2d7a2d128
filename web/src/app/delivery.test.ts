/** Nothing lost, nothing doubled, nothing out of order, whatever the network does; then the page equals a fresh one. */
import { describe, expect, test } from "vitest";

import type { Room, RoomId, Screen } from "@/generated/wire";
import { type Chance, chanceFrom, StillClock } from "@/platform/rehearsal";
import { pageKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { plainText } from "@/talk/messages/words";
import { heldRoom, roomKey } from "@/talk/rooms/rooms";
import { heldScreen, screenKey } from "@/talk/rooms/rows";
import { writersIn } from "@/talk/typing/writers";
import { SUZUKI, TANAKA } from "./rehearsal/cast";
import { RehearsedPage, shelfInMemory } from "./rehearsal/page";
import { Town } from "./rehearsal/town";
import { CALM, foul } from "./rehearsal/weather";
import { Wires } from "./rehearsal/wires";

const WELFARE = "福祉" as RoomId;
const ROADS = "道路" as RoomId;
const FESTIVAL = "夏祭り" as RoomId;
const ROOMS = [WELFARE, ROADS, FESTIVAL];

/** What the last signal of the day says. */
const LAST_MARKS = [[7, 2]];
const SCHEDULES = Number(process.env.SCHEDULES ?? 500);
const FIRST_SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));

type Act = (scene: Scene) => void;

interface Scene {
  town: Town;
  wires: Wires;
  page: RehearsedPage;
  chance: Chance;
  posted: { room: RoomId; text: string }[];
}

const acts: Act[] = [
  ({ town, chance }) => say(town, chance),
  ({ town, chance }) => say(town, chance),
  ({ town, chance }) => {
    for (let line = 0; line < 45; line += 1) say(town, () => chance() * 0.3);
  },
  (scene) => post(scene),
  (scene) => post(scene),
  (scene) => putRight(scene),
  (scene) => takeBack(scene),
  (scene) => takeBack(scene),
  ({ town, chance }) => town.join(oneOf(ROOMS, chance), SUZUKI),
  ({ town, chance }) => town.leave(oneOf(ROOMS, chance), SUZUKI),
  ({ town }) => town.leave(FESTIVAL, town.me),
  ({ town }) => town.join(FESTIVAL, town.me),
  ({ town, chance }) => town.read(WELFARE, Math.floor(chance() * 60)),
  (scene) => count(scene),
  ({ wires, town, chance }) => {
    const writes = { room_id: oneOf(ROOMS, chance), account_id: chance() < 0.5 ? TANAKA : town.me };
    wires.whisper({ signal: "typing.writes", ...writes });
  },
  ({ town, chance }) => town.whisper(`room/${oneOf(ROOMS, chance)}`),
  ({ town }) => town.whisper(`person/${town.me}`),
  ({ wires, chance }) => wires.cut(chance() < 0.5 ? 1012 : 4408),
  ({ page }) => page.live.line.wake(),
  ({ page }) => page.widen(WELFARE, "older"),
  ({ page }) => page.widen(WELFARE, "newer"),
  ({ page }) => page.widen(WELFARE, "newer"),
  ({ town, page, chance }) => {
    const newest = town.rooms.get(WELFARE)?.messages.length ?? 0;
    page.jump(WELFARE, { after: Math.floor(chance() * newest) });
  },
  ({ page }) => page.jump(WELFARE, {}),
];

function say(town: Town, chance: Chance): void {
  const room = oneOf(ROOMS, chance);
  if (!town.rooms.get(room)?.members.has(TANAKA)) return;
  const send_key = `tanaka-${town.head(`room/${room}`)}` as never; // any word will do for others' keys
  town.post(TANAKA, room, { send_key, parts: [{ kind: "text", text: "お疲れさまです" }] });
}

function post({ page, chance, posted }: Scene): void {
  const room = chance() < 0.7 ? WELFARE : ROADS;
  const text = `${posted.length}`;
  posted.push({ room, text });
  void page.outbox.post(room, [{ kind: "text", text }]);
}

/** Marks have moved; also in a room that one has left meanwhile, or that does not stand open. */
function count({ wires, town, chance }: Scene): void {
  const room_id = oneOf(ROOMS, chance);
  const newest = town.rooms.get(room_id)?.messages.length ?? 0;
  wires.whisper({ signal: "receipts.counted", room_id, marks: [[newest, Math.ceil(chance() * 3)]] });
}

/** Mostly what was written lately: then the news of it crosses that of its coming. */
function anyIn({ town, chance }: Scene, room: RoomId): number {
  const newest = town.rooms.get(room)?.messages.length ?? 0;
  return Math.max(1, newest - Math.floor(chance() ** 3 * newest));
}

function putRight(scene: Scene): void {
  const room = oneOf(ROOMS, scene.chance);
  scene.town.edit(room, anyIn(scene, room), "おつかれさまでした");
}

function takeBack(scene: Scene): void {
  const room = oneOf(ROOMS, scene.chance);
  scene.town.withdraw(room, anyIn(scene, room), scene.chance() < 0.5 ? "nothing" : "a line");
}

function oneOf<Item>(items: Item[], chance: Chance): Item {
  return items[Math.floor(chance() * items.length)] as Item; // the index is below the length
}

async function played(seed: number): Promise<Scene> {
  const chance = chanceFrom(seed);
  const clock = new StillClock(chance);
  const town = new Town(ROOMS);
  const wires = new Wires(town, clock, { chance, weather: foul(chance, 0.3) });
  const page = new RehearsedPage(wires, clock, shelfInMemory());
  const scene = { town, wires, page, chance, posted: [] };
  page.open(WELFARE);
  for (let turn = 0; turn < 25; turn += 1) {
    oneOf(acts, chance)(scene);
    await clock.pass(chance() * (chance() < 0.1 ? 60_000 : 1_500), () => inOrder(scene));
  }
  // A line that died in silence is found by its silence; nothing else heals it.
  wires.weather = CALM;
  await clock.pass(150_000, () => inOrder(scene));
  while (page.held<PageState>(pageKey(WELFARE))?.state.hasNewer) {
    page.widen(WELFARE, "newer");
    await clock.pass(1_000, () => inOrder(scene));
  }
  wires.whisper({ signal: "receipts.counted", room_id: WELFARE, marks: LAST_MARKS });
  await clock.pass(1_000, () => inOrder(scene));
  return scene;
}

/** At no moment does the screen show a hole, a repetition or a message twice. What left nothing is no hole. */
function inOrder({ town, page }: Scene): void {
  const gone = town.rooms.get(WELFARE)?.gone;
  const ordinals = page.messagesIn(WELFARE).map((message) => message.ordinal);
  const [first = 1, last = 0] = [ordinals.at(0), ordinals.at(-1)];
  const shown = new Set(ordinals);
  const all = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  expect(ordinals).toEqual(all.filter((ordinal) => shown.has(ordinal)));
  expect(all.filter((ordinal) => !shown.has(ordinal) && !gone?.has(ordinal))).toEqual([]);
  expect(page.doubled(WELFARE)).toEqual([]);
}

function sorted(screen: Screen | undefined) {
  const rooms = [...(screen?.rooms ?? [])].sort((one, other) => (one.room_id < other.room_id ? -1 : 1));
  return { me: screen?.me, rooms };
}

function equalsAFreshOne({ town, page }: Scene): void {
  const screen = page.held<Screen>(screenKey);
  const fresh = heldScreen(town.screen());
  expect(sorted(screen?.state)).toEqual(sorted(fresh.state));
  expect(screen?.as_of).toEqual(fresh.as_of);
  expect(screen?.state.people).toMatchObject(fresh.state.people);
  const room = page.held<Room>(roomKey(WELFARE));
  expect(room?.as_of).toEqual(heldRoom(town.room(WELFARE)).as_of);
  expect(room?.state.members.toSorted(byAccount)).toEqual(town.room(WELFARE).members.toSorted(byAccount));
}

/** Signals are lost as it comes, and change nothing that facts keep true. */
function countsAreTheLastOnes({ town, page }: Scene): void {
  expect(page.held<PageState>(pageKey(WELFARE))?.state.marks).toEqual(LAST_MARKS);
  expect(ROOMS.filter((room) => writersIn(room).includes(town.me))).toEqual([]);
}

function byAccount(one: { account_id: string }, other: { account_id: string }): number {
  return one.account_id < other.account_id ? -1 : 1;
}

function everyMessageIsThereOnce({ town, page, posted }: Scene): void {
  const shown = page.messagesIn(WELFARE);
  expect(shown).toEqual(shown.length > 0 ? town.rooms.get(WELFARE)?.shown().slice(-shown.length) : []);
  for (const room of [WELFARE, ROADS]) {
    const mine = town.rooms.get(room)?.written.filter(({ author_id }) => author_id === town.me) ?? [];
    const meant = posted.filter((each) => each.room === room).map((each) => each.text);
    expect(mine.map((message) => plainText(message.parts))).toEqual(meant);
    expect(page.waitingIn(room)).toEqual([]);
  }
}

describe(`D1 D3 D5 D10 D11 D13 D14 C2 C4 C5 C7 C8: ${SCHEDULES} schedules from seed ${FIRST_SEED}`, () => {
  const hundreds = Array.from({ length: Math.ceil(SCHEDULES / 100) }, (_, place) => FIRST_SEED + place * 100);
  test.each(hundreds)(
    "a hundred from seed %i",
    async (from) => {
      for (let seed = from; seed < from + Math.min(100, SCHEDULES); seed += 1) {
        const scene = await played(seed);
        try {
          equalsAFreshOne(scene);
          everyMessageIsThereOnce(scene);
          countsAreTheLastOnes(scene);
        } catch (error) {
          throw new Error(`SEED=${seed} SCHEDULES=1`, { cause: error });
        } finally {
          scene.page.close();
        }
      }
    },
    60_000,
  );
});
