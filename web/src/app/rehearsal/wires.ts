/** For tests: wires between the town and a page, which delay, lose, double, shuffle and break as chance will have it. */
import type { Frame, Missed, Posted, RoomId, SendKey } from "@/generated/wire";
import type { LivePorts } from "@/platform/live";
import { Refusal, Unanswered } from "@/platform/refusals";
import type { Chance, StillClock } from "@/platform/rehearsal";
import type { Ears, Mouth } from "@/platform/socket";
import type { Kept } from "@/talk/messages/waiting";

import type { Town } from "./town";
import type { Weather } from "./weather";

interface Said {
  do: string;
  id?: string;
  since?: Record<string, number>;
  held?: Record<string, [number, number]>;
  room_id?: RoomId;
  send_key?: SendKey;
  parts?: Kept["parts"];
}

interface End {
  isUp: boolean;
  hears: boolean;
  ears: Ears;
  /** When the last thing sent arrives. */
  latest: number;
}

export class Wires {
  weather: Weather;
  /** Every frame that has come to the page. */
  readonly heard: Frame[] = [];
  readonly #town: Town;
  readonly #clock: StillClock;
  readonly #chance: Chance;
  #line: End | null = null;

  constructor(town: Town, clock: StillClock, { chance, weather }: { chance: Chance; weather: Weather }) {
    this.#town = town;
    this.#clock = clock;
    this.#chance = chance;
    this.weather = weather;
    town.tellers.add((frame) => this.#tell(frame));
    this.#beatOn();
  }

  ports(): LivePorts {
    return {
      clock: this.#clock,
      dial: (ears) => this.#dial(ears),
      isSignedOut: async () => false,
      missed: async (stream, after) => {
        const missed = await this.ask((town): Missed => town.missed(stream, after));
        this.heard.push(...missed.frames);
        return missed;
      },
    };
  }

  /** A question over HTTP: read at some moment, answered at a later one, or lost on either way. */
  ask<Answer>(question: (town: Town) => Answer): Promise<Answer> {
    const isLost = this.#falls("lose");
    const isAnswerLost = this.#falls("lose");
    return new Promise((resolve, reject) => {
      const fail = () => this.#clock.after(1_000, () => reject(new Unanswered("lost")));
      if (isLost) return void fail();
      this.#clock.after(this.#delay(), () => {
        const deliver = answerTo(() => question(this.#town), resolve, reject);
        if (isAnswerLost) fail();
        else this.#clock.after(this.#delay(), deliver);
      });
    });
  }

  post({ room_id, ...message }: Kept): Promise<Posted> {
    return this.ask((town) => town.post(town.me, room_id, message));
  }

  /** Something fleeting: it is lost with the line and never told again. */
  whisper(signal: object): void {
    const line = this.#line;
    if (!line?.hears || !line.isUp || this.#falls("lose")) return;
    this.#send(line, signal);
    if (this.#falls("double")) this.#send(line, signal);
  }

  /** The connection breaks; silently means that nobody is told. */
  cut(code = 1006): void {
    const line = this.#line;
    this.#hangUp(line);
    if (line && this.#chance() >= this.weather.silent) this.#clock.after(0, () => line.ears.closed(code));
  }

  #dial(ears: Ears): Mouth {
    const line: End = { isUp: true, hears: false, ears, latest: 0 };
    this.#line = line;
    if (this.#falls("break")) this.cut();
    else this.#clock.after(this.#delay(), () => this.#greet(line));
    return {
      say: (text) => void this.#clock.after(this.#delay(), () => line.isUp && this.#heard(line, text)),
      close: () => this.#hangUp(line),
    };
  }

  #greet(line: End): void {
    if (!line.isUp) return;
    line.hears = true;
    const { me: account_id } = this.#town;
    const hello = { protocol: 1, account_id, session_id: "session", heads: this.#town.heads() };
    this.#send(line, { hello });
  }

  #hangUp(line: End | null): void {
    if (line) line.isUp = false;
  }

  /** The doorbell may be lost or doubled: heads in the beat and holes in the numbers bring it to light. */
  #tell(frame: Frame): void {
    const line = this.#line;
    if (!line?.hears || !(frame.stream in this.#town.heads()) || this.#falls("lose")) return;
    this.#send(line, frame);
    if (this.#falls("double")) this.#send(line, frame);
  }

  #heard(line: End, text: string): void {
    const said = JSON.parse(text) as Said;
    if (said.do === "hear") this.#replay(line, said);
    if (said.do === "messages.post") this.#take(line, said);
  }

  #replay(line: End, { id, since = {}, held = {} }: Said): void {
    const streams = Object.entries(since).filter(([stream]) => stream in this.#town.heads());
    const reset = streams
      .filter(([stream, after]) => this.#town.isTooFar(stream, after))
      .map(([stream]) => stream);
    for (const [stream, after] of streams) {
      if (reset.includes(stream)) continue;
      const missed = this.#town.told(stream, after).filter(isOutside(held[stream]));
      for (const frame of missed) this.#send(line, frame);
    }
    this.#send(line, { answer: id, ok: { reset } });
  }

  #take(line: End, { id, room_id, send_key, parts }: Said): void {
    if (!room_id || !send_key || !parts) return;
    try {
      const ok = this.#town.post(this.#town.me, room_id, { send_key, parts });
      if (!this.#falls("lose")) this.#send(line, { answer: id, ok });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, code, details } = error;
      this.#send(line, { answer: id, refused: { status, code, details, request_id: "r" } });
    }
  }

  /** In foul weather even the order is lost, which a socket would not do; the page must not care. */
  #send(line: End, words: object): void {
    const at = this.#clock.now() + this.#delay();
    line.latest = this.#falls("double") ? at : Math.max(at, line.latest);
    const text = JSON.stringify(words);
    this.#clock.after(line.latest - this.#clock.now(), () => {
      if (!line.isUp) return;
      if ("stream" in words && "number" in words) this.heard.push(words as Frame); // only frames have both
      line.ears.text(text);
    });
    if (this.#falls("break")) this.cut();
  }

  #beatOn(): void {
    this.#clock.after(20_000, () => {
      if (this.#line?.hears && this.#line.isUp) this.#send(this.#line, { beat: this.#town.heads() });
      this.#beatOn();
    });
  }

  #falls(what: keyof Weather): boolean {
    return this.#chance() < this.weather[what];
  }

  #delay(): number {
    return 1 + this.#chance() * this.weather.slowest;
  }
}

function isOutside([first, last]: [number, number] = [0, 0]): (frame: Frame) => boolean {
  return ({ number }) => number < first || number > last;
}

/** Asked now; told whenever the answer has made its way. */
function answerTo<Answer>(
  question: () => Answer,
  resolve: (answer: Answer) => void,
  reject: (refusal: unknown) => void,
): () => void {
  try {
    const answer = question();
    return () => resolve(answer);
  } catch (refusal) {
    return () => reject(refusal);
  }
}
