/** Commands said over the line, each waiting for its own answer. */
import type { Clock } from "@/platform/clock";
import { type Details, Refusal, Unanswered, wordsFor } from "@/platform/refusals";

export type Command = { do: string } & Record<string, unknown>;

interface Mouth {
  say(text: string): void;
}

interface Asked {
  answer(ok: unknown): void;
  refuse(error: Error): void;
}

export class Commands {
  readonly #clock: Clock;
  readonly #asked = new Map<string, Asked>();
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ask<Answer>(mouth: Mouth | null, command: Command, within: number): Promise<Answer> {
    if (!mouth) return Promise.reject(new Unanswered("the line is down"));
    this.#count += 1;
    const id = `c${this.#count}`;
    return new Promise<Answer>((resolve, reject) => {
      const cancel = this.#clock.after(within, () => {
        this.#asked.delete(id);
        reject(new Unanswered("no answer in time"));
      });
      this.#asked.set(id, {
        answer: (ok) => {
          cancel();
          resolve(ok as Answer); // the border: the server's answer to this very command
        },
        refuse: (error) => {
          cancel();
          const coming = error instanceof Refusal ? wordsFor(error) : null;
          if (coming) void coming.then(() => reject(error));
          else reject(error);
        },
      });
      mouth.say(JSON.stringify({ ...command, id }));
    });
  }

  answered(said: Record<string, unknown>): void {
    const id = String(said.answer);
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if ("refused" in said) asked?.refuse(refusalIn(said.refused));
    else asked?.answer(said.ok);
  }

  /** The line broke: whether anything of it was done, nobody knows. */
  lost(): void {
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const each of asked) each.refuse(new Unanswered("the line broke"));
  }
}

interface Refused {
  status: number;
  code: string;
  details?: Details;
  request_id?: string;
}

function refusalIn(refused: unknown): Refusal {
  const { status, code, details, request_id } = refused as Refused; // the server's own form
  return new Refusal(status, code, details ?? {}, request_id ?? "");
}
