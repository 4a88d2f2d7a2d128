/**
 * One line to the server: dials, listens, answers beats, notices silence, and dials again after a wait that chance
 * spreads. What is heard goes to the listener; what the browser does is handed in.
 */
import type { Frame } from "@/generated/wire";
import { backoff, type Clock } from "@/platform/clock";
import { type Command, Commands } from "@/platform/commands";
import type { Numbers } from "@/platform/streams";

export type LineState =
  | { at: "resting" }
  | { at: "dialing"; attempt: number }
  | { at: "open" }
  | { at: "waiting"; until: number };

export interface Hello {
  protocol: number;
  account_id: string;
  session_id: string;
  heads: Numbers;
}

/** The version of the frames that this page speaks. */
export const PROTOCOL = 1;

/** What an open socket, or what stands in for it, brings. After `closed` nothing more comes. */
export interface Ears {
  text(text: string): void;
  closed(code: number): void;
}

export interface Mouth {
  say(text: string): void;
  /** A dumb one is given up because nothing comes over it. */
  close(isDumb?: boolean): void;
}

export interface Listener {
  dialing(): void;
  hello(hello: Hello): void;
  frame(frame: Frame): void;
  beat(heads: Numbers): void;
  signal(signal: { signal: string }): void;
  changed(state: LineState): void;
  signedOut(): void;
  tooOld(): void;
}

export interface LinePorts {
  clock: Clock;
  dial(ears: Ears): Mouth;
  /** After a handshake that failed: a browser does not say why, so ask over HTTP whether we are signed out. */
  isSignedOut(): Promise<boolean>;
}

const SILENCE = 45_000;
const HELLO_WITHIN = 10_000;
/** A beat comes every 20 s; after waking up from sleep, silence longer than this is a dead line. */
const LATE_BEAT = 25_000;
/** A connection that lasted so long was a good one: the next loss starts counting anew. */
const GOOD = 20_000;
const SPREAD_AFTER_RESTART = 5_000;

const SIGNED_OUT = 4401;
const COME_BACK = 1012;
const TOO_SLOW = 4408;
const TOO_OLD = 4426;
/** Not a code: nothing came for too long. */
const DUMB = 0;
const UNPLUGGED = 1;

export class Line {
  readonly #ports: LinePorts;
  readonly #listener: Listener;
  readonly #commands: Commands;
  #state: LineState = { at: "resting" };
  #mouth: Mouth | null = null;
  /** Counts connections, so that the late noise of an earlier one is not heard. */
  #round = 0;
  #attempt = 0;
  #heardAt = 0;
  #openedAt = 0;
  #cancel: () => void = () => {};

  constructor(ports: LinePorts, listener: Listener) {
    this.#ports = ports;
    this.#listener = listener;
    this.#commands = new Commands(ports.clock);
  }

  get state(): LineState {
    return this.#state;
  }

  start(): void {
    if (this.#state.at === "resting") this.#dial();
  }

  stop(): void {
    this.#hangUp();
    this.#attempt = 0;
    this.#become({ at: "resting" });
  }

  /** The page was woken, or the network came back: do not sit out the wait, nor trust a line gone quiet. */
  wake(): void {
    const quiet = this.#ports.clock.now() - this.#heardAt;
    if (this.#state.at === "waiting") this.#wait(300 * this.#ports.clock.random());
    else if (this.#state.at === "open" && quiet > LATE_BEAT) this.#lost(TOO_SLOW);
  }

  /** The browser says that the network is gone: say so at once, rather than after a silence. */
  unplugged(): void {
    if (this.#state.at === "open" || this.#state.at === "dialing") this.#lost(UNPLUGGED);
  }

  /** Ask for something and hear the answer. Rejects with a Refusal, or with Unanswered when nobody knows. */
  ask<Answer>(command: Command, within = 10_000): Promise<Answer> {
    return this.#commands.ask(this.#state.at === "open" ? this.#mouth : null, command, within);
  }

  /** Say something that needs no answer; when nobody listens it is not said. */
  say(words: object): void {
    if (this.#state.at === "open") this.#mouth?.say(JSON.stringify(words));
  }

  #dial(): void {
    this.#hangUp();
    const round = this.#round;
    this.#become({ at: "dialing", attempt: this.#attempt });
    this.#listener.dialing();
    this.#heardAt = this.#ports.clock.now();
    this.#cancel = this.#ports.clock.after(HELLO_WITHIN, () => this.#lost(DUMB));
    this.#mouth = this.#ports.dial({
      text: (text) => {
        if (round === this.#round) this.#hear(text);
      },
      closed: (code) => {
        if (round === this.#round) this.#lost(code);
      },
    });
  }

  #hear(text: string): void {
    this.#heardAt = this.#ports.clock.now();
    const said = parsed(text);
    if ("hello" in said) this.#open(said.hello as Hello);
    else if ("answer" in said) this.#commands.answered(said);
    else if ("beat" in said) this.#beat(said.beat as Numbers);
    else if ("signal" in said) this.#listener.signal(said as { signal: string });
    else if ("stream" in said) this.#listener.frame(said as unknown as Frame); // the server's own form
  }

  #open(hello: Hello): void {
    this.#cancel();
    this.#openedAt = this.#ports.clock.now();
    this.#become({ at: "open" });
    this.#watch();
    this.#listener.hello(hello);
  }

  #beat(heads: Numbers): void {
    this.say({ do: "beat" });
    this.#listener.beat(heads);
  }

  /** Timers stand still while a machine sleeps, so look at the clock rather than count on one long timer. */
  #watch(): void {
    this.#cancel = this.#ports.clock.after(5_000, () => {
      if (this.#ports.clock.now() - this.#heardAt >= SILENCE) this.#lost(DUMB);
      else this.#watch();
    });
  }

  #lost(code: number): void {
    const wasOpen = this.#state.at === "open";
    this.#hangUp(code === DUMB);
    if (code === SIGNED_OUT || code === TOO_OLD) {
      this.#end(code);
      return;
    }
    if (wasOpen && this.#ports.clock.now() - this.#openedAt >= GOOD) this.#attempt = 0;
    this.#wait(this.#pause(code));
    if (!wasOpen) void this.#askWhetherSignedOut();
  }

  /** No use in coming back as we are. */
  #end(code: number): void {
    this.stop();
    if (code === TOO_OLD) this.#listener.tooOld();
    else this.#listener.signedOut();
  }

  #pause(code: number): number {
    const random = this.#ports.clock.random();
    const attempt = this.#attempt++;
    if (attempt === 0 && code === COME_BACK) return SPREAD_AFTER_RESTART * random;
    if (attempt === 0 && code === TOO_SLOW) return 250 * random;
    return backoff(attempt, { random });
  }

  async #askWhetherSignedOut(): Promise<void> {
    const round = this.#round;
    const signedOut = await this.#ports.isSignedOut().catch(() => false);
    if (signedOut && round === this.#round && this.#state.at === "waiting") this.#end(SIGNED_OUT);
  }

  #wait(milliseconds: number): void {
    this.#cancel();
    this.#become({ at: "waiting", until: this.#ports.clock.now() + milliseconds });
    this.#cancel = this.#ports.clock.after(milliseconds, () => this.#dial());
  }

  #hangUp(isDumb = false): void {
    this.#round += 1;
    this.#cancel();
    this.#mouth?.close(isDumb);
    this.#mouth = null;
    this.#commands.lost();
  }

  #become(state: LineState): void {
    this.#state = state;
    this.#listener.changed(state);
  }
}

function parsed(text: string): Record<string, unknown> {
  const said: unknown = JSON.parse(text);
  return typeof said === "object" && said !== null ? { ...said } : {};
}
