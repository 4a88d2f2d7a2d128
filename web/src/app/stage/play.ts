/** For rehearsals: one day of a few people under one seed: foul weather, then calm, then what must hold. */
import type { Script } from "node:vm";
import { CALM, foul } from "@/app/rehearsal/weather";
import type { AccountId, RoomId } from "@/generated/wire";
import { type Chance, chanceFrom, StillClock } from "@/platform/rehearsal";
import { acts, oneOf, readToTheEnd, type Scene } from "./acts";
import { Profile } from "./browser";
import { Device, type Seat } from "./device";
import { Eyes, isFresh } from "./judge";
import type { Question, TownLine } from "./town";
import { Wires, type Zone } from "./wires";

/** What the test says: who sits where, in which rooms, and where the server listens. */
export interface Programme {
  seed: number;
  seats: Seat[];
  rooms: RoomId[];
  comes_and_goes: AccountId;
  ports: Record<Zone, number>;
}

const TURNS = 60;
const BEAT_EVERY = 20_000;
/** Until silence has spoken, and everybody has come back after the longest of waits. */
const LONG_CALM = 150_000;
/** Turns of the loop in which what the kernel holds is read, and what the device keeps is written. */
const A_MOMENT = 12;

export class Play {
  readonly #line: TownLine;
  readonly #clock: StillClock;
  readonly #wires: Wires;
  readonly #script: Script;
  readonly #chance: Chance;
  readonly #told: unknown[] = [];
  readonly #scene: Scene;
  readonly #eyes = new Eyes();

  constructor(line: TownLine, script: Script, programme: Programme) {
    const { seed, seats, rooms, comes_and_goes } = programme;
    this.#line = line;
    this.#script = script;
    // Devices have a chance of their own, so that what becomes of one does not change what people do.
    this.#chance = chanceFrom(seed + 1_000_000);
    this.#clock = new StillClock(this.#chance, () => this.#still());
    this.#wires = new Wires(this.#clock, (posted) => this.#told.push(posted));
    this.#wires.ports = programme.ports;
    const chance = chanceFrom(seed);
    this.#wires.weather = foul(chance, 0.25);
    const [clock, town] = [this.#clock, { ask: (question: Question) => this.#ask(question) }];
    const browsers = new Map<string, Profile>();
    const devices = seats.map((seat) => {
      const profile = browsers.get(seat.browser ?? seat.name) ?? new Profile();
      browsers.set(seat.browser ?? seat.name, profile);
      return this.#device(seat, profile);
    });
    const done = { typed: [], sent: [], writtenOver: [] };
    this.#scene = { devices, rooms, comesAndGoes: comes_and_goes, chance, clock, town, ...done };
    this.#beatOn();
  }

  async run(): Promise<object> {
    const { chance, devices, rooms, sent } = this.#scene;
    await this.#pass(20_000);
    for (let turn = 0; turn < TURNS; turn += 1) {
      oneOf(acts, chance)(this.#scene);
      await this.#pass(chance() * (chance() < 0.1 ? 60_000 : 1_500));
    }
    await this.#heal();
    const broken = [...this.#eyes.broken];
    for (const device of devices) broken.push(...(await this.#against(device)));
    const left = devices.flatMap((device) => this.#waitingAt(device));
    for (const device of devices) device.close();
    return {
      broken,
      told: this.#told,
      gone: this.#eyes.gone,
      left,
      rooms,
      sent: sent.map(({ device, ...each }) => ({ ...each, device: device.seat.name })),
    };
  }

  async #heal(): Promise<void> {
    const { devices, rooms } = this.#scene;
    this.#wires.weather = CALM;
    await this.#ask("start");
    for (const device of devices) device.plugIn();
    for (let tenth = 0; tenth < 10; tenth += 1) {
      await this.#pass(LONG_CALM / 10);
      for (const { page } of devices) page.tab.again();
    }
    for (const device of devices) for (const room of rooms) await this.#toTheEnd(device, room, "loadNewer");
    // Whoever still reads on at their desk has other devices, which must hear of it. On other days the rest stays unread.
    if (this.#scene.chance() < 0.5) readToTheEnd(this.#scene);
    await this.#pass(10_000);
  }

  /** A page that is opened only now has everything from the server; the old one must show the same. */
  async #against(device: Device): Promise<string[]> {
    const fresh = this.#device({ ...device.seat });
    await this.#pass(5_000);
    for (const room of this.#scene.rooms) await this.#toTheEnd(fresh, room, "loadOlder");
    const found = isFresh(device, fresh, this.#scene);
    fresh.close();
    return found;
  }

  async #toTheEnd(device: Device, room: RoomId, way: "loadOlder" | "loadNewer"): Promise<void> {
    const side = way === "loadOlder" ? "hasOlder" : "hasNewer";
    const { tab } = device.page;
    for (let tries = 0; tab.pageOf(room)?.[side] && tries < 20; tries += 1) {
      void tab.scroll(room, way);
      await this.#pass(1_000);
    }
  }

  #waitingAt({ seat, page }: Device): object[] {
    return this.#scene.rooms.flatMap((room) =>
      page.tab.waitingIn(room).map(({ send_key, state }) => ({ device: seat.name, room, send_key, state })),
    );
  }

  #device(seat: Seat, profile = new Profile()): Device {
    return new Device(
      this.#script,
      { seat, profile },
      this.#wires,
      chanceFrom(Math.floor(this.#chance() * 2 ** 32)),
    );
  }

  #pass(milliseconds: number): Promise<void> {
    const { devices, rooms } = this.#scene;
    return this.#clock.pass(milliseconds, () => this.#eyes.look(devices, rooms));
  }

  async #ask(question: Question): Promise<void> {
    const isUp = this.#wires.ports !== null;
    if ((question === "start") === isUp) return;
    if (question === "stop") this.#wires.ports = null;
    this.#wires.begun();
    const answer = await this.#line.ask(question);
    if (question === "start") this.#wires.ports = answer as Record<Zone, number>; // so says the test
    this.#wires.ended();
  }

  #beatOn(): void {
    this.#clock.after(BEAT_EVERY, () => {
      void this.#ask("beat");
      this.#beatOn();
    });
  }

  /** No time passes while the server works: it has answered, and told everybody, and that has arrived at the wires. */
  async #still(): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < A_MOMENT; turn += 1) await new Promise(setImmediate);
      await this.#wires.answered();
      if (!this.#wires.hasSaid) return;
      this.#wires.hasSaid = false;
      if (this.#wires.ports) await this.#line.ask("settled");
    }
  }
}
