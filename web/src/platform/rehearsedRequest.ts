/** For tests: one request of a line without WebSocket, answered by the test as the server would. */

export class Request {
  readonly path: string;
  readonly body: { said: string[]; wait?: number };
  readonly signal: AbortSignal;
  answer: (response: Response) => void = () => {};
  #stream: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(address: string, { body, signal }: RequestInit) {
    this.path = address;
    this.body = JSON.parse(String(body));
    this.signal = signal as AbortSignal; // every request of a line can be taken back
  }

  frames(frames: object[], closed: object | null = null): void {
    this.answer(Response.json({ frames, closed }));
  }

  /** Write these events, in pieces that end anywhere. */
  events(...events: object[]): void {
    this.write(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""));
  }

  write(text: string): void {
    if (!this.#stream) {
      const body = new ReadableStream<Uint8Array>({ start: (stream) => this.#begin(stream) });
      this.answer(new Response(body));
    }
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += 7) this.#stream?.enqueue(bytes.slice(at, at + 7));
  }

  cut(): void {
    this.#stream?.close();
  }

  #begin(stream: ReadableStreamDefaultController<Uint8Array>): void {
    this.#stream = stream;
    this.signal.addEventListener("abort", () => stream.error(this.signal.reason));
  }
}
