/**
 * What carries the line: a WebSocket; where a proxy kills those, server-sent events; where it holds those back, polls.
 * A lower one is kept to when the one above failed while it stands itself. That is remembered for a while, and then the
 * WebSocket is tried again.
 */
import type { Clock } from "@/platform/clock";
import type { Ears, Mouth } from "@/platform/socket";

export type Carrier = "socket" | "events" | "poll";

/** What this device has learned of the proxies around it. */
export interface Lesson {
  carrier: Carrier;
  until: number;
  /** How often the WebSocket has been tried again in vain. */
  times: number;
}

export interface CarrierPorts {
  clock: Clock;
  dial(carrier: Carrier, ears: Ears): Mouth;
  learned(): Lesson | null;
  learn(lesson: Lesson | null): void;
}

interface Call {
  step: number;
  at: number;
  stands: boolean;
  isOver: boolean;
  /** Takes back what was to be done about it later. */
  forget(): void;
}

const LADDER = ["socket", "events", "poll"] as const;
const SOCKET = 0;
/** Failures further apart than this have nothing to do with one another. */
const TOGETHER = 120_000;
/** What stood so long is not being killed by anybody. */
const LASTING = 60_000;
/** Where nothing came for so long, a second attempt would tell nothing new. */
const LONG_IN_VAIN = 9_000;
const HELLO_WITHIN = 10_000;
const TRY_AGAIN_AFTER = 10 * 60_000;
const SELDOMEST = 8 * 60 * 60_000;
const RESUME = 4408;
/** Codes with which our own server closes: whatever carried them works. */
const OURS = new Set([1003, 1007, 1009, 1012, 4401, RESUME, 4426]);

export class Carriers {
  readonly #ports: CarrierPorts;
  #step = SOCKET;
  #failures = 0;
  #failedAt: number;
  /** What is better stands here and is cut soon: that one stands says nothing. */
  #isCutSoon = false;

  constructor(ports: CarrierPorts) {
    this.#ports = ports;
    this.#failedAt = ports.clock.now();
    // However old: where it holds no longer, the trial beside it will show.
    this.#step = LADDER.indexOf(ports.learned()?.carrier ?? "socket");
  }

  dial(ears: Ears): Mouth {
    const call = { step: this.#step, at: this.#now(), stands: false, isOver: false, forget: () => {} };
    const mouth = this.#ports.dial(carrierAt(call.step), {
      text: (text) => {
        if (!call.stands) this.#stands(call, ears, () => mouth.close());
        ears.text(text);
      },
      closed: (code) => {
        this.#ended(call, !OURS.has(code));
        ears.closed(code);
      },
    });
    return {
      say: (text) => mouth.say(text),
      close: (isDumb = false) => {
        this.#ended(call, isDumb);
        mouth.close();
      },
    };
  }

  #stands(call: Call, ears: Ears, hangUp: () => void): void {
    call.stands = true;
    if (call.step === SOCKET) {
      call.forget = this.#ports.clock.after(LASTING, () => this.#trustSockets());
      return;
    }
    const lesson = this.#ports.learned();
    const isKnown = lesson?.carrier === carrierAt(call.step) && lesson.until > this.#now();
    if (isKnown) this.#tryLater(call, ears, hangUp);
    // That this one stands shows that HTTP works; so now is the moment to see whether WebSocket really does not.
    else if (this.#isCutSoon) this.#keepTo(call, ears, hangUp);
    else this.#tryAbove(call, ears, hangUp);
  }

  #trustSockets(): void {
    this.#failures = 0;
    this.#isCutSoon = false;
    this.#ports.learn(null);
  }

  #ended(call: Call, hasFailed: boolean): void {
    if (call.isOver) return;
    call.isOver = true;
    call.forget();
    const lasted = this.#now() - call.at;
    if (hasFailed && !(call.stands && lasted >= LASTING)) this.#failed(call, lasted);
  }

  #failed(call: Call, lasted: number): void {
    if (this.#now() - this.#failedAt > TOGETHER) this.#failures = 0;
    this.#failedAt = this.#now();
    this.#failures += !call.stands && lasted >= LONG_IN_VAIN ? 2 : 1;
    if (call.stands && carrierAt(call.step) !== "poll") this.#isCutSoon = true;
    if (this.#failures < patienceWith(call)) return;
    this.#step = (call.step + 1) % LADDER.length;
    this.#failures = 0;
  }

  /** Stay with what stands, and try the WebSocket again later, each time after twice as long. */
  #keepTo(call: Call, ears: Ears, hangUp: () => void): void {
    const times = this.#ports.learned()?.times ?? 0;
    const wait = Math.min(SELDOMEST, TRY_AGAIN_AFTER * 2 ** times);
    this.#ports.learn({ carrier: carrierAt(call.step), until: this.#now() + wait, times: times + 1 });
    this.#tryLater(call, ears, hangUp);
  }

  #tryLater(call: Call, ears: Ears, hangUp: () => void): void {
    const wait = (this.#ports.learned()?.until ?? 0) - this.#now();
    const later = Math.min(SELDOMEST, Math.max(0, wait));
    call.forget = this.#ports.clock.after(later, () => this.#tryAbove(call, ears, hangUp));
  }

  /** Dial a better one beside, the best first, and change over when something comes over it. */
  #tryAbove(call: Call, ears: Ears, hangUp: () => void, above = SOCKET): void {
    let isDone = false;
    const done = (works: boolean) => {
      if (isDone) return;
      call.forget();
      if (works) this.#changeOver(call, above);
      else if (above + 1 < call.step) this.#tryAbove(call, ears, hangUp, above + 1);
      else this.#keepTo(call, ears, hangUp);
      if (works) leave();
    };
    const leave = () => {
      hangUp();
      ears.closed(RESUME);
    };
    const trial = this.#ports.dial(carrierAt(above), { text: () => done(true), closed: () => done(false) });
    const giveUp = this.#ports.clock.after(HELLO_WITHIN, () => done(false));
    call.forget = () => {
      isDone = true;
      giveUp();
      trial.close();
    };
  }

  #changeOver(call: Call, above: number): void {
    call.isOver = true;
    if (!this.#isCutSoon) this.#ports.learn(null);
    this.#step = above;
    this.#failures = this.#isCutSoon ? 1 : 0;
    this.#failedAt = this.#now();
  }

  #now(): number {
    return this.#ports.clock.now();
  }
}

/** Below polls there is nothing: one that stood is asked again, whatever became of it. */
function patienceWith({ step, stands }: Call): number {
  if (step === SOCKET) return 2;
  if (carrierAt(step) === "poll") return stands ? Number.POSITIVE_INFINITY : 3;
  return stands ? 2 : 1;
}

function carrierAt(step: number): Carrier {
  return LADDER[step] ?? "socket";
}
