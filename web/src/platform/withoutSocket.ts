/** A line without WebSocket. What is said goes by requests of its own; how it hears, the two kinds know themselves. */
import type { Seat } from "@/platform/seats";
import type { Ears, Mouth } from "@/platform/socket";
import { BROKE, heard, type Said, TurnedAway, visit } from "@/platform/visit";

interface Words {
  do?: string;
  id?: unknown;
}

const SINCE = "since";
const RESUME = 4408;

export abstract class WithoutSocket implements Mouth {
  protected readonly hangingUp = new AbortController();
  readonly #ears: Ears;
  readonly #seat: Seat | null;
  /** Up to which number of each stream everything has been brought here. */
  readonly #brought = new Map<string, number>();
  /** Where the screen looks, and what was said about that and is not yet answered. */
  #look: Words | null = null;
  #asked: string[] = [];
  #hasHello = false;

  constructor(ears: Ears, seat: Seat | null) {
    this.#ears = ears;
    this.#seat = seat;
  }

  /** Hear with what is to be said about hearing now. */
  protected abstract hearOn(): void;

  get isOver(): boolean {
    return this.hangingUp.signal.aborted;
  }

  /** Commands may be carried out anywhere; where one looks concerns the hearing itself. */
  say(text: string): void {
    const words: Words = JSON.parse(text);
    if (words.do === "look") {
      this.#look = { ...words, id: undefined };
      this.#asked.push(text);
      this.hearOn();
    } else if (words.do !== "beat") {
      void this.#ask(words.do === "hear" ? "/poll" : "/say", text, words);
    }
  }

  close(): void {
    this.hangingUp.abort();
    this.#seat?.leave();
  }

  protected get isAsked(): boolean {
    return this.#asked.length > 0;
  }

  /** What a request that hears has to say: from where on, and where the screen looks. */
  protected opening(): string[] {
    const since = Object.fromEntries(this.#brought);
    const hear = this.#hasHello ? [JSON.stringify({ do: "hear", id: SINCE, since })] : [];
    const look = this.isAsked || !this.#look ? this.#asked : [JSON.stringify(this.#look)];
    return [...hear, ...look];
  }

  /** The server has taken an opening in. */
  protected opened(said: readonly string[]): void {
    this.#asked = this.#asked.filter((asked) => !said.includes(asked));
  }

  /** Hand on what came, and keep in mind how far it goes. */
  protected bring(said: Said): void {
    if (said.answer === SINCE) {
      this.#resumed(said);
      return;
    }
    this.#note(said);
    // The line has had its hello; of a later one only the heads are news.
    const isAgain = said.hello !== undefined && this.#hasHello;
    this.#hasHello ||= said.hello !== undefined;
    this.#tell(isAgain ? { beat: said.hello?.heads } : said);
  }

  protected end(code: number): void {
    if (this.isOver) return;
    this.close();
    this.#ears.closed(code);
  }

  protected failed(error: unknown): void {
    this.end(error instanceof TurnedAway ? error.code : BROKE);
  }

  /** Too much was missed to be told here: the line comes again, and reads what it must. */
  #resumed(said: Said): void {
    if (!said.ok) this.end(BROKE);
    else if ((said.ok.reset ?? []).length > 0) this.end(RESUME);
  }

  #note({ hello, beat, stream, number }: Said): void {
    for (const [known, head] of Object.entries(hello?.heads ?? beat ?? {})) {
      if (!this.#brought.has(known)) this.#brought.set(known, head);
    }
    if (stream !== undefined && number !== undefined) {
      this.#brought.set(stream, Math.max(number, this.#brought.get(stream) ?? 0));
    }
  }

  async #ask(path: string, text: string, { id }: Words): Promise<void> {
    try {
      const { frames, closed } = await heard(await visit(path, { said: [text] }, this.hangingUp.signal));
      for (const frame of frames.filter(({ hello }) => !hello)) this.#tell(frame);
      if (closed) this.end(closed.code);
    } catch (error) {
      if (error instanceof TurnedAway && error.code === BROKE && "code" in error.said)
        this.#refuse(id, error);
      else this.failed(error);
    }
  }

  /** Asked too much, or not at this moment: that is an answer, and the line stands. */
  #refuse(id: unknown, { status, said }: TurnedAway): void {
    this.#tell({ answer: id, refused: { ...said, status } });
  }

  #tell(said: object): void {
    if (!this.isOver) this.#ears.text(JSON.stringify(said));
  }
}
