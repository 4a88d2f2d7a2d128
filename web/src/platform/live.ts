/** The live connection as a whole: the line hears, the streams put in order, the held state takes it in. */
import type { Query, QueryCacheNotifyEvent, QueryClient } from "@tanstack/react-query";

import type { FactName, Frame, Missed, Signals } from "@/generated/wire";
import type { Runs } from "@/platform/early";
import { type Handlers, reread, take } from "@/platform/facts";
import { Held } from "@/platform/held";
import { type Hello, Line, type LinePorts, type LineState, type Listener } from "@/platform/socket";
import { type Numbers, Streams } from "@/platform/streams";

export type SignalHandlers = {
  [Name in keyof Signals]: (cache: QueryClient, signal: Signals[Name]) => void;
};

export interface LivePorts extends LinePorts {
  missed(stream: string, after: number): Promise<Missed>;
}

export interface Life {
  cache: QueryClient;
  facts: Handlers<FactName>;
  signals: SignalHandlers;
  /** A connection stands, for this account. */
  opened(hello: Hello): void;
  changed(state: LineState): void;
  signedOut(): void;
  tooOld(): void;
}

export class Live implements Listener {
  readonly line: Line;
  readonly streams: Streams;
  readonly #life: Life;
  #isTaking = false;

  constructor(ports: LivePorts, life: Life) {
    this.#life = life;
    this.line = new Line(ports, this);
    this.streams = new Streams({
      clock: ports.clock,
      missed: (stream, after) => ports.missed(stream, after),
      apply: (frame, after) => this.#apply(frame, after),
      hear: (since, held) => this.#missedSince(since, held),
      reread: (streams) => reread(life.cache, streams),
    });
    life.cache.getQueryCache().subscribe((event) => this.#settle(event));
  }

  /** Signed in: hear the server. */
  begin(): void {
    this.line.start();
  }

  /** Signed out: hear nothing, know nothing. */
  end(): void {
    this.line.stop();
    this.streams.clear();
  }

  dialing(): void {
    this.streams.dialing();
  }

  hello(hello: Hello): void {
    this.#life.opened(hello);
    void this.streams.resume(hello.heads);
    this.#readWhatFailed();
  }

  frame(frame: Frame): void {
    this.streams.receive(frame);
  }

  beat(heads: Numbers): void {
    this.streams.beat(heads);
  }

  signal(signal: { signal: string }): void {
    // Each handler takes the signals of its own name; one of a newer server is passed over.
    const handlers = this.#life.signals as Record<
      string,
      ((cache: QueryClient, signal: unknown) => void) | undefined
    >;
    handlers[signal.signal]?.(this.#life.cache, signal);
  }

  changed(state: LineState): void {
    this.#life.changed(state);
  }

  signedOut(): void {
    this.#life.signedOut();
  }

  tooOld(): void {
    this.#life.tooOld();
  }

  /** What could not be read while the network was away is read now. */
  #readWhatFailed(): void {
    const hasFailed = ({ state }: Query) => state.status === "error" || state.isInvalidated;
    void this.#life.cache.refetchQueries({ type: "active", predicate: hasFailed }, { cancelRefetch: false });
  }

  async #missedSince(since: Numbers, held: Runs): Promise<string[]> {
    const { reset } = await this.line.ask<{ reset: string[] }>({ do: "hear", since, held });
    return reset;
  }

  #apply(frame: Frame, after: number): void {
    this.#isTaking = true;
    try {
      const turns = take(this.#life.cache, this.#life.facts, frame, after);
      this.#isTaking = false;
      for (const [stream, number] of turns) {
        if (number === null) this.streams.forget(stream);
        else this.streams.known(stream, number);
      }
    } finally {
      this.#isTaking = false;
    }
  }

  /** State was read. Facts that came while it was on its way are taken into it now, before anybody sees it. */
  #settle(event: QueryCacheNotifyEvent): void {
    if (this.#isTaking || event.type !== "updated" || event.action.type !== "success") return;
    const held: unknown = event.query.state.data;
    if (!(held instanceof Held)) return;
    for (const [stream, number] of Object.entries(held.as_of)) this.streams.known(stream, number);
  }
}
