/** For rehearsals: the line to the test that holds the town, over the program's own input and output. */
import { createInterface } from "node:readline";

/** What can be asked of whoever holds the server. */
export type Question =
  | "settled" // answered when everything that was written has been told to every socket
  | "beat" // every socket hears its heartbeat
  | "prune" // the journal forgets all that it may
  | "stop"
  | "start";

export interface Asking {
  ask(question: Question): Promise<unknown>;
}

export class TownLine implements Asking {
  readonly #lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  /** One question after the other: the answers come in their order. */
  #last: Promise<unknown> = Promise.resolve();

  ask(question: Question): Promise<unknown> {
    return this.say({ ask: question });
  }

  say(words: object): Promise<unknown> {
    const answer = this.#last.then(() => {
      process.stdout.write(`${JSON.stringify(words)}\n`);
      return this.hear();
    });
    this.#last = answer;
    return answer;
  }

  async hear(): Promise<unknown> {
    const { value, done } = await this.#lines.next();
    if (done) process.exit(0);
    return JSON.parse(value) as unknown;
  }
}
