/** Hearing by asking again and again: each answer comes when there is something to tell, or after a while without. */
import { heard, type Said, visit } from "@/platform/visit";
import { WithoutSocket } from "@/platform/withoutSocket";

/** Proxies lose patience after thirty seconds. */
const WAIT = 25;
/** Where other tabs wait already, so that nobody may: how often to ask instead, in milliseconds. */
const NOW_AND_THEN = 5_000;
const ALIVE: Said = { beat: {} };

export class Polls extends WithoutSocket {
  readonly #mayWait: boolean;
  #cutShort: () => void = () => {};

  constructor(...[ears, seat]: ConstructorParameters<typeof WithoutSocket>) {
    super(ears, seat);
    this.#mayWait = seat !== null;
    void this.#askOn();
  }

  /** What waits is asked anew at once. */
  hearOn(): void {
    this.#cutShort();
  }

  async #askOn(): Promise<void> {
    try {
      await this.#ask(0);
      while (!this.isOver) {
        if (this.isAsked) await this.#ask(0);
        else if (this.#mayWait) await this.#ask(WAIT);
        else if (await this.#pause()) await this.#ask(0);
      }
    } catch (error) {
      this.failed(error);
    }
  }

  async #ask(wait: number): Promise<void> {
    const said = this.opening();
    const cutting = new AbortController();
    if (wait > 0) this.#cutShort = () => cutting.abort();
    try {
      const signal = AbortSignal.any([this.hangingUp.signal, cutting.signal]);
      const { frames, closed } = await heard(await visit("/poll", { said, wait }, signal));
      this.opened(said);
      for (const frame of [...frames, ALIVE]) this.bring(frame);
      if (closed && closed.reason !== "again") this.end(closed.code);
    } catch (error) {
      if (!cutting.signal.aborted) throw error;
    } finally {
      this.#cutShort = () => {};
    }
  }

  /** True when the whole while has passed. */
  #pause(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), NOW_AND_THEN);
      this.#cutShort = () => {
        clearTimeout(timer);
        resolve(false);
      };
      this.hangingUp.signal.addEventListener("abort", () => this.#cutShort());
    });
  }
}
