/** For rehearsals: wires between pages and the real server, which delay, lose, double and break as chance will have it. */

import { CALM, type Weather } from "@/app/rehearsal/weather";
import type { Clock } from "@/platform/clock";
import type { Chance } from "@/platform/rehearsal";
import type { Network } from "./browser";
import { Fate } from "./fate";
import { isPosted, Line } from "./line";
import { ofBrowser } from "./server";
import { answersIn, isStream, isVisit, visited } from "./visits";

export type Zone = "lgwan" | "internet";

/** Who is at the page's end. */
export interface End {
  zone: Zone;
  cookie: string;
  /** The page is still there to hear an answer. */
  isThere(): boolean;
  /** Its network is plugged in. */
  isPlugged(): boolean;
  /** A proxy stands before it, through which no WebSocket comes. */
  isProxied: boolean;
  chance: Chance;
}

/** A page was told that a message is safe. */
export type Told = (posted: unknown) => void;

export class Wires {
  weather: Weather = CALM;
  /** The ports of the server; none while it is stopped. */
  ports: Record<Zone, number> | null = null;
  /** Something has gone to the server since it was last asked whether it has told everything. */
  hasSaid = false;
  readonly clock: Clock;
  readonly told: Told;
  readonly #lines = new Set<Line>();
  /** Questions that the server has and has not answered. */
  #underWay = 0;
  #onceAnswered: () => void = () => {};

  constructor(clock: Clock, told: Told) {
    this.clock = clock;
    this.told = told;
  }

  networkOf(end: End): Network {
    const dial = (line: Line) => this.#lines.add(line);
    const { lines } = { lines: this };
    return {
      fetch: (address, request) => this.#fetch(end, address, request),
      WebSocket: class extends Line {
        constructor(address: string) {
          super(lines, end, address);
          dial(this);
        }
      },
    };
  }

  /** Every connection of this end breaks. */
  cut(end: End): void {
    for (const line of this.#lines) if (line.end === end) line.cut();
  }

  /** Something was asked of the server. */
  begun(): void {
    this.#underWay += 1;
    this.hasSaid = true;
  }

  /** It has answered, or never will. */
  ended(): void {
    this.#underWay -= 1;
    if (this.#underWay === 0) this.#onceAnswered();
  }

  /** Once the server has answered all that it was asked. */
  answered(): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onceAnswered = resolve;
    });
  }

  /** The page of this end is left: its connections are closed in good order. */
  hangUp(end: End): void {
    for (const line of this.#lines) {
      if (line.end !== end) continue;
      line.close();
      this.#lines.delete(line);
    }
  }

  fateOf({ chance }: End): Fate {
    return new Fate(chance, () => this.weather);
  }

  /** Where the server is, to this end; nothing while it is stopped. */
  hostOf({ zone }: End): string | null {
    return this.ports && `${zone}.localhost:${this.ports[zone]}`;
  }

  /** An answer, a failure, or nothing until the page gives up. A page that was left hears nothing more. */
  #fetch(end: End, address: string, request: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      const { signal } = request;
      signal?.addEventListener("abort", () => reject(signal.reason));
      this.#carry(end, address, request).then(
        (answer) => answer && end.isThere() && resolve(answer),
        (error: unknown) => end.isThere() && reject(error),
      );
    });
  }

  async #carry(end: End, address: string, request: RequestInit): Promise<Response | null> {
    const fate = this.fateOf(end);
    if (isStream(address)) return this.#lost(fate);
    if (fate.falls("lose") || !end.isPlugged()) return this.#lost(fate);
    await this.#pass(fate.delay());
    let answer = await this.#ask(end, address, request);
    if (fate.falls("double")) {
      await this.#pass(fate.delay());
      answer = await this.#ask(end, address, request);
    }
    if (fate.falls("lose")) return this.#lost(fate);
    await this.#pass(fate.delay());
    if (!end.isPlugged()) return this.#lost(fate);
    if (answer.ok) await this.#hearOf(address, request, answer);
    return answer;
  }

  async #hearOf(address: string, request: RequestInit, answer: Response): Promise<void> {
    if (isPosting(address, request)) this.told(await answer.clone().json());
    else if (isVisit(address)) (await answersIn(answer)).filter(isPosted).forEach(this.told);
  }

  /** Half of what is lost is lost at once, and of the rest nobody ever hears. */
  async #lost(fate: Fate): Promise<null> {
    if (fate.isEven()) return null;
    await this.#pass(1_000);
    throw new TypeError("lost");
  }

  #pass(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.clock.after(milliseconds, resolve));
  }

  #ask(end: End, address: string, request: RequestInit): Promise<Response> {
    if (!isVisit(address)) return this.#server(end, address, request);
    const ask = (body: string) => this.#server(end, address, { ...request, body });
    const pass = async (milliseconds: number) => {
      await this.#pass(milliseconds);
      if (request.signal?.aborted || !end.isThere()) throw new TypeError("nobody waits any more");
    };
    return visited(String(request.body), ask, pass);
  }

  /** The server itself. What it answers is whole before it is carried back. */
  async #server(end: End, address: string, request: RequestInit): Promise<Response> {
    const host = this.hostOf(end);
    if (!host) throw new TypeError("nobody listens there");
    this.begun();
    try {
      const { method = "GET", body = null } = request;
      const headers = { ...request.headers, ...ofBrowser(host, end) };
      const answer = await fetch(`http://${host}${address}`, { method, body, headers });
      const words = await answer.text();
      return new Response(answer.status === 204 ? null : words, answer);
    } finally {
      this.ended();
    }
  }
}

function isPosting(address: string, { method }: RequestInit): boolean {
  return method === "POST" && /\/rooms\/[^/]+\/messages$/.test(address);
}
