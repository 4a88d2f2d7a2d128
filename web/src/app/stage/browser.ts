/** For rehearsals: what a browser gives a page, as far as a page without drawing asks for it. */
import { createContext, runInContext, type Script } from "node:vm";

import { IDBFactory, IDBKeyRange } from "fake-indexeddb";

import type { Clock } from "@/platform/clock";
import type { Chance } from "@/platform/rehearsal";

import type * as Tab from "./tab";

/** What lies in a browser and outlives its pages. All of its tabs share it. */
export class Profile {
  readonly indexedDB = new IDBFactory();
  readonly localStorage = new Storage();
  readonly #channels = new Set<Channel>();

  /** What one of its tabs has of it, with what is that tab's alone. */
  tab() {
    return {
      indexedDB: this.indexedDB,
      localStorage: this.localStorage,
      sessionStorage: new Storage(),
      channels: this.#channels,
    };
  }
}

type TabOfProfile = ReturnType<Profile["tab"]>;

/** A word between the tabs of one browser. */
interface Channel {
  isThere(): boolean;
  onmessage: (event: { data: unknown }) => void;
}

/** Where the questions of a page go. */
export interface Network {
  fetch(address: string, request: RequestInit): Promise<Response>;
  // biome-ignore lint/suspicious/noExplicitAny: a class, of which the page makes its sockets
  WebSocket: any;
}

interface World {
  clock: Clock;
  chance: Chance;
  /** The page wants to be loaded anew. */
  reload(): void;
}

type Ear = () => void;

/** One page from being loaded to being left. Afterwards nothing of it runs any more. */
export class Page {
  readonly tab: typeof Tab;
  isLeft = false;
  readonly #ears = new Map<string, Ear[]>();
  readonly #world: World;
  #timers = new Map<number, () => void>();
  #timer = 0;

  constructor(script: Script, { channels, ...kept }: TabOfProfile, network: Network, world: World) {
    this.#world = world;
    const BroadcastChannel = this.#channelTo(channels);
    const context = createContext({ ...this.#ofAnyBrowser(), ...network, ...kept, BroadcastChannel });
    runInContext("globalThis.window = globalThis", context);
    runInContext("Date", context).now = () => Math.floor(world.clock.now());
    runInContext("Math", context).random = world.chance;
    script.runInContext(context);
    this.tab = context.tab as typeof Tab; // what the script is made of
  }

  /** Something happens around the page: `online`, `offline`, `pagehide`. */
  happens(what: string): void {
    for (const ear of this.#ears.get(what) ?? []) ear();
  }

  leave(): void {
    this.isLeft = true;
    for (const stop of this.#timers.values()) stop();
    this.#timers.clear();
  }

  #ofAnyBrowser(): Record<string, unknown> {
    const hear = (what: string, ear: Ear) =>
      void this.#ears.set(what, [...(this.#ears.get(what) ?? []), ear]);
    const deaf = () => {};
    return {
      ...this.#time(),
      ...{ AbortController, AbortSignal: this.#signals(), DOMException, URLSearchParams, structuredClone },
      ...{ console, queueMicrotask, IDBKeyRange, navigator: {} },
      crypto: { getRandomValues: (bytes: Uint8Array) => bytes.set(bytes.map(this.#byte)) ?? bytes },
      location: { protocol: "http:", host: "here", pathname: "/", reload: () => this.#world.reload() },
      addEventListener: hear,
      removeEventListener: deaf,
      document: {
        documentElement: { dataset: {} },
        visibilityState: "visible",
        addEventListener: hear,
        removeEventListener: deaf,
      },
    };
  }

  /** Everybody else in the browser hears what is said there. All of its tabs have one channel. */
  #channelTo(channels: Set<Channel>) {
    const { clock } = this.#world;
    const isThere = () => !this.isLeft;
    return class implements Channel {
      onmessage: Channel["onmessage"] = () => {};
      readonly isThere = isThere;

      constructor() {
        channels.add(this);
      }

      postMessage(word: unknown): void {
        for (const other of channels) {
          if (other === this) continue;
          clock.after(1, () => other.isThere() && other.onmessage({ data: structuredClone(word) }));
        }
      }
    };
  }

  readonly #byte = () => Math.floor(this.#world.chance() * 256);

  #time(): Record<string, unknown> {
    const { clock } = this.#world;
    const later = (run: () => void, milliseconds = 0, again = false): number => {
      this.#timer += 1;
      if (this.isLeft) return this.#timer;
      const timer = this.#timer;
      const ring = () => {
        if (again) this.#timers.set(timer, clock.after(milliseconds, ring));
        else this.#timers.delete(timer);
        run();
      };
      this.#timers.set(timer, clock.after(milliseconds, ring));
      return timer;
    };
    const never = (timer: number) => {
      this.#timers.get(timer)?.();
      this.#timers.delete(timer);
    };
    return {
      setTimeout: (run: () => void, milliseconds?: number) => later(run, milliseconds),
      setInterval: (run: () => void, milliseconds?: number) => later(run, milliseconds, true),
      clearTimeout: never,
      clearInterval: never,
    };
  }

  #signals() {
    return {
      any: (signals: AbortSignal[]) => AbortSignal.any(signals),
      timeout: (milliseconds: number) => {
        const giveUp = new AbortController();
        const late = () => giveUp.abort(new DOMException("it takes too long", "TimeoutError"));
        this.#world.clock.after(milliseconds, late);
        return giveUp.signal;
      },
    };
  }
}

class Storage {
  readonly #kept = new Map<string, string>();

  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }

  removeItem(key: string): void {
    this.#kept.delete(key);
  }
}
