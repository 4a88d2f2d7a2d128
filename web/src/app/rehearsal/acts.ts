/** For rehearsals: what happens on a day, in the town, on the wires and at the page. */
import type { RoomId } from "@/generated/wire";
import type { Chance } from "@/platform/rehearsal";

import { SUZUKI, TANAKA } from "./cast";
import type { RehearsedPage } from "./page";
import type { Town } from "./town";
import type { Wires } from "./wires";

export const WELFARE = "福祉" as RoomId;
export const ROADS = "道路" as RoomId;
export const FESTIVAL = "夏祭り" as RoomId;
export const ROOMS = [WELFARE, ROADS, FESTIVAL];

export interface Scene {
  town: Town;
  wires: Wires;
  page: RehearsedPage;
  chance: Chance;
  posted: { room: RoomId; text: string }[];
}

export type Act = (scene: Scene) => void;

export const acts: Act[] = [
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

export function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
  return items[Math.floor(chance() * items.length)] as Item; // the index is below the length
}
