/** For rehearsals: one WebSocket of a page to the real server. It keeps its order, and may be slow, break, or fall silent. */
import type { Fate } from "./fate";
import { ofBrowser } from "./server";
import type { End, Wires } from "./wires";

interface Said {
  id?: string;
}

interface Answered {
  answer?: string;
  ok?: unknown;
}

const OPEN = 1;

export class Line {
  static readonly OPEN = OPEN;
  readyState = 0;
  onmessage: (event: { data: string }) => void = () => {};
  onclose: (event: { code: number }) => void = () => {};
  readonly end: End;
  readonly #wires: Wires;
  readonly #fate: Fate;
  readonly #address: string;
  #server: WebSocket | null = null;
  /** Neither side hears the other any more. */
  #isCut = false;
  /** When the last thing said arrives, either way: nothing overtakes it. */
  readonly #latest = { up: 0, down: 0 };
  /** Commands that the server has not answered yet. */
  readonly #asked = new Set<string>();

  constructor(wires: Wires, end: End, address: string) {
    this.#wires = wires;
    this.#fate = wires.fateOf(end);
    this.end = end;
    this.#address = new URL(address).search;
    if (this.#fate.falls("break") || !end.isPlugged() || end.isProxied) this.cut();
    else wires.clock.after(this.#fate.delay(), () => this.#dial());
  }

  send(words: string): void {
    if (this.#fate.falls("break")) this.cut();
    this.#later("up", () => this.#toServer(words));
  }

  /** The page hangs up. What it has said before is still carried. */
  close(): void {
    this.readyState = 2;
    this.onmessage = () => {};
    this.onclose = () => {};
    this.#later("up", () => this.#server?.close(1000));
  }

  /** The connection breaks. Each side finds out in its own time; the page perhaps by silence alone. */
  cut(code = 1006): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#wires.clock.after(this.#fate.delay() * 20, () => this.#server?.close(1000));
    if (!this.#fate.falls("silent")) this.#wires.clock.after(this.#fate.delay(), () => this.#over(code));
  }

  #dial(): void {
    const host = this.#wires.hostOf(this.end);
    if (!host || this.readyState > OPEN) {
      this.#over(1006);
      return;
    }
    // That a socket may be given headers is Node's own way.
    const ours = { headers: ofBrowser(host, this.end) } as never;
    const server = new WebSocket(`ws://${host}/socket${this.#address}`, ours);
    this.#server = server;
    this.#waits("hello");
    server.onmessage = ({ data }: MessageEvent<string>) => this.#fromServer(data);
    server.onclose = ({ code }) => {
      this.#answered(...this.#asked);
      this.#later("down", () => this.#over(code));
    };
  }

  #toServer(words: string): void {
    if (this.#isCut && this.#fate.isEven()) return;
    if (this.#server?.readyState !== OPEN) return;
    const said = JSON.parse(words) as Said;
    this.#waits(said.id);
    this.#wires.hasSaid = true;
    this.#server.send(words);
  }

  #fromServer(words: string): void {
    const said = JSON.parse(words) as Answered;
    // A signal may be lost at any time, and comes by the server's own clock, which nobody can hold still here.
    if ("signal" in said) return;
    if ("hello" in said) this.#answered("hello");
    if (said.answer) this.#answered(said.answer);
    this.#later("down", () => {
      this.readyState = Math.max(this.readyState, OPEN);
      if (isPosted(said.ok)) this.#wires.told(said.ok);
      this.onmessage({ data: words });
    });
    if (this.#fate.falls("break")) this.cut();
  }

  /** In its turn. What is on its way down when the line is cut is lost. */
  #later(way: "up" | "down", happens: () => void): void {
    const { clock } = this.#wires;
    this.#latest[way] = Math.max(this.#latest[way], clock.now() + this.#fate.delay());
    clock.after(this.#latest[way] - clock.now(), () => {
      if (way === "down" && (this.#isCut || this.readyState > OPEN || !this.end.isThere())) return;
      happens();
    });
  }

  #over(code: number): void {
    if (this.readyState > OPEN || !this.end.isThere()) return;
    this.readyState = 3;
    this.onclose({ code });
  }

  #waits(id: string | undefined): void {
    if (!id) return;
    this.#asked.add(id);
    this.#wires.begun();
  }

  #answered(...ids: string[]): void {
    for (const id of ids) if (this.#asked.delete(id)) this.#wires.ended();
  }
}

export function isPosted(ok: unknown): boolean {
  return typeof ok === "object" && ok !== null && "send_key" in ok && "ordinal" in ok;
}
