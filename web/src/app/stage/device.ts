/** For rehearsals: one person's device, or a further tab of its browser: one session, and one page at a time. What the
 * browser keeps outlives the pages. */
import type { Script } from "node:vm";

import type { AccountId } from "@/generated/wire";
import type { Chance } from "@/platform/rehearsal";

import { Page, type Profile } from "./browser";
import type { End, Wires, Zone } from "./wires";

/** Who sits there, as the test has it. */
export interface Seat {
  name: string;
  account: AccountId;
  zone: Zone;
  cookie: string;
  /** The browser in which it is a tab beside others; without a name it has one for itself. */
  browser?: string;
  isProxied?: boolean;
}

export class Device {
  readonly seat: Seat;
  page: Page;
  isPlugged = true;
  readonly #script: Script;
  readonly #wires: Wires;
  readonly #chance: Chance;
  readonly #kept: ReturnType<Profile["tab"]>;
  #end: End;

  constructor(
    script: Script,
    { seat, profile }: { seat: Seat; profile: Profile },
    wires: Wires,
    chance: Chance,
  ) {
    this.#script = script;
    this.#kept = profile.tab();
    this.seat = seat;
    this.#wires = wires;
    this.#chance = chance;
    [this.page, this.#end] = this.#load();
  }

  /** The page is loaded anew. It is told that it goes; when it crashes, it is not. */
  reload(isCrash = false): void {
    if (!isCrash) this.page.happens("pagehide");
    this.#leave();
    [this.page, this.#end] = this.#load();
  }

  unplug(): void {
    this.isPlugged = false;
    this.#wires.cut(this.#end);
    this.page.happens("offline");
  }

  plugIn(): void {
    this.isPlugged = true;
    this.page.happens("online");
  }

  /** The network breaks under the page. */
  cut(): void {
    this.#wires.cut(this.#end);
  }

  close(): void {
    this.#leave();
  }

  #leave(): void {
    this.page.leave();
    this.#wires.hangUp(this.#end);
  }

  #load(): [Page, End] {
    const { zone, cookie, isProxied = false } = this.seat;
    const end: End = {
      ...{ zone, cookie, isProxied, chance: this.#chance },
      isThere: () => !page.isLeft,
      isPlugged: () => this.isPlugged,
    };
    const world = { clock: this.#wires.clock, chance: this.#chance, reload: () => this.reload() };
    const page = new Page(this.#script, this.#kept, this.#wires.networkOf(end), world);
    page.tab.begin();
    return [page, end];
  }
}
