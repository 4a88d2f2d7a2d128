/** For rehearsals: what people do on a day like any other, and what happens to them. */
import type { AccountId, Message, RoomId, SendKey } from "@/generated/wire";
import type { Clock } from "@/platform/clock";
import type { Chance } from "@/platform/rehearsal";

import type { Device } from "./device";
import type { Asking } from "./town";

export interface Scene {
  devices: Device[];
  /** All are in the first; of the second the first person is the manager, and the last comes and goes. */
  rooms: RoomId[];
  comesAndGoes: AccountId;
  chance: Chance;
  clock: Clock;
  town: Asking;
  /** What was typed, and what was sent, the newest last. */
  typed: Typed[];
  sent: Sent[];
  /** What somebody had before their eyes when they typed something else. */
  writtenOver: string[];
}

export interface Typed {
  device: Device;
  room: RoomId;
  text: string;
  at: number;
}

export interface Sent {
  device: Device;
  room: RoomId;
  send_key: SendKey;
  text: string;
}

/** Milliseconds after which what is typed lies on the device. */
const KEPT_WITHIN = 500;

export type Act = (scene: Scene) => void;

/** Whoever does something does it at a device, in a room that stands before their eyes. */
interface Place {
  device: Device;
  room: RoomId;
  scene: Scene;
}

type Doing = (place: Place) => void;

const often = (times: number, act: Act): Act[] => Array.from({ length: times }, () => act);

/** Somebody at their desk reads whatever is left. */
export const readToTheEnd: Act = ({ devices: [desk], rooms }) => {
  for (const room of rooms) {
    const newest = desk?.page.tab.pageOf(room)?.messages.at(-1);
    if (newest) desk?.page.tab.read(room, newest.ordinal);
  }
};

export const acts: Act[] = [
  ...often(12, somebody(write)),
  ...often(6, somebody(type)),
  ...often(2, somebody(send)),
  ...often(3, somebody(putRight)),
  ...often(3, somebody(takeBack)),
  ...often(2, somebody(sign)),
  ...often(6, somebody(read)),
  ...often(2, somebody(leaveUnread)),
  ...often(2, somebody(scroll)),
  somebody(({ device }) => device.cut()),
  somebody(({ device }) => device.reload()),
  somebody(crash),
  ...often(2, somebody(goOffline)),
  ...often(2, bringIn),
  ...often(2, sendAway),
  restart,
  ...often(2, ({ town }) => void town.ask("prune")),
];

function somebody(doing: Doing): Act {
  return (scene) => {
    const device = oneOf(scene.devices, scene.chance);
    const room = oneOf(scene.rooms, scene.chance);
    doing({ device, room, scene });
  };
}

function write(at: Place): void {
  type(at);
  send(at);
}

function type({ device, room, scene }: Place): void {
  if (!device.page.tab.isReady(room)) return;
  const text = `${device.seat.name}${scene.typed.length}、`;
  scene.typed.push({ device, room, text, at: scene.clock.now() });
  scene.writtenOver.push(device.page.tab.type(room, text));
}

function send({ device, room, scene }: Place): void {
  const sent = device.page.tab.isReady(room) ? device.page.tab.send(room) : null;
  if (sent) scene.sent.push({ device, room, ...sent });
}

function putRight({ device, room, scene }: Place): void {
  const message = ownIn(device, room, scene.chance);
  if (message) device.page.tab.putRight(room, message);
}

function takeBack({ device, room, scene }: Place): void {
  const message = ownIn(device, room, scene.chance);
  if (message) device.page.tab.takeBack(room, message);
}

function sign({ device, room, scene }: Place): void {
  const message = anyIn(device, room, scene.chance);
  if (message && !message.is_withdrawn) device.page.tab.sign(room, message, scene.chance() < 0.7);
}

function read({ device, room, scene }: Place): void {
  const message = anyIn(device, room, scene.chance);
  if (message) device.page.tab.read(room, message.ordinal);
}

function leaveUnread({ device, room, scene }: Place): void {
  const message = anyIn(device, room, scene.chance);
  if (message) device.page.tab.leaveUnread(room, message);
}

function scroll({ device, room, scene }: Place): void {
  const way = oneOf(["loadOlder", "loadNewer", "toNewest"] as const, scene.chance);
  if (device.page.tab.isReady(room)) void device.page.tab.scroll(room, way);
}

/** What was typed a moment ago had no time to be kept. */
function crash({ device, scene }: Place): void {
  device.reload(true);
  const since = scene.clock.now() - KEPT_WITHIN;
  scene.typed = scene.typed.filter((each) => each.device !== device || each.at < since);
}

function goOffline({ device, scene }: Place): void {
  if (!device.isPlugged) return;
  device.unplug();
  scene.clock.after(scene.chance() * 60_000, () => device.plugIn());
}

function bringIn({ devices, rooms, comesAndGoes }: Scene): void {
  const [desk, room] = [devices[0], rooms[1]];
  if (desk && room && desk.page.tab.isReady(room)) desk.page.tab.bringIn(room, comesAndGoes);
}

function sendAway({ devices, rooms, comesAndGoes }: Scene): void {
  const [desk, room] = [devices[0], rooms[1]];
  if (desk && room && desk.page.tab.isReady(room)) desk.page.tab.sendAway(room, comesAndGoes);
}

function restart({ town, chance, clock }: Scene): void {
  void town.ask("stop");
  clock.after(chance() * 30_000, () => void town.ask("start"));
}

function ownIn(device: Device, room: RoomId, chance: Chance): Message | undefined {
  return anyIn(device, room, chance, (message) => message.author_id === device.seat.account);
}

/** Mostly what was written lately: then the news of it crosses that of its coming. */
function anyIn(
  device: Device,
  room: RoomId,
  chance: Chance,
  isMeant: (message: Message) => boolean = () => true,
): Message | undefined {
  const place = chance() ** 3;
  const shown = device.page.tab.pageOf(room)?.messages.filter(isMeant) ?? [];
  return shown[Math.floor((1 - place) * shown.length - 1e-9)];
}

export function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
  return items[Math.floor(chance() * items.length)] as Item; // the index is below the length
}
