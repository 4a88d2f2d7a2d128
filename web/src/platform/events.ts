/** Hearing by server-sent events: one answer that does not end, taken up anew when it does. */
import { BROKE, type Closed, visit } from "@/platform/visit";
import { WithoutSocket } from "@/platform/withoutSocket";

interface Stream {
  leaving: AbortController;
  /** When it stood; 0 until then. */
  stoodAt: number;
}

/** A proxy that cuts every stream after a while is lived with, if the while is long enough. */
const LONG_ENOUGH = 15_000;
/** The server asks for a new stream now and then, so that nobody who vanished is written to for ever. */
const AGAIN = "again";

export class Events extends WithoutSocket {
  #stream: Stream | null = null;
  #isOpening = false;
  #isAskedAgain = false;

  /** A new stream; the one before goes on until it stands. */
  hearOn(): void {
    if (this.#isOpening) this.#isAskedAgain = true;
    else void this.#open();
  }

  async #open(): Promise<void> {
    const before = this.#stream;
    const stream = { leaving: new AbortController(), stoodAt: 0 };
    this.#stream = stream;
    this.#isOpening = true;
    this.#isAskedAgain = false;
    const said = this.opening();
    try {
      const signal = AbortSignal.any([this.hangingUp.signal, stream.leaving.signal]);
      const response = await visit("/events", { said }, signal);
      await eachEvent(response, (name, data) => {
        if (stream.stoodAt === 0) this.#stands(stream, before, said);
        if (name === "closed") this.#closed(stream, JSON.parse(data));
        else if (!stream.leaving.signal.aborted) this.bring(JSON.parse(data)); // the server's own form
      });
      this.#broke(stream);
    } catch (error) {
      if (stream.stoodAt > 0) this.#broke(stream);
      else this.failed(error);
    }
  }

  #stands(stream: Stream, before: Stream | null, said: readonly string[]): void {
    stream.stoodAt = Date.now();
    this.#isOpening = false;
    this.opened(said);
    before?.leaving.abort();
    if (this.#isAskedAgain) this.hearOn();
  }

  #closed(stream: Stream, { code, reason }: Closed): void {
    if (stream !== this.#stream) return;
    if (reason === AGAIN && lasted(stream)) this.#takeUpAnew(stream);
    else this.end(code);
  }

  /** It ended without a word. */
  #broke(stream: Stream): void {
    if (this.isOver || stream !== this.#stream || stream.leaving.signal.aborted) return;
    if (lasted(stream)) this.#takeUpAnew(stream);
    else this.end(BROKE);
  }

  #takeUpAnew(stream: Stream): void {
    stream.leaving.abort();
    this.hearOn();
  }
}

function lasted(stream: Stream): boolean {
  return Date.now() - stream.stoodAt >= LONG_ENOUGH;
}

/** Each event of an answer, until it ends. */
async function eachEvent(response: Response, hear: (name: string, data: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const events = (rest + part.value).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) hearEvent(event, hear);
  }
}

/** Remarks, which hold no data, are passed over. */
function hearEvent(event: string, hear: (name: string, data: string) => void): void {
  const data = /^data: (.*)$/m.exec(event)?.[1];
  if (data !== undefined) hear(/^event: (.*)$/m.exec(event)?.[1] ?? "message", data);
}
