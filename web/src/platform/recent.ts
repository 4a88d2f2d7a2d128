/** The frames of the last while, for state that was read a moment before they were told. */
import type { Frame } from "@/generated/wire";

interface Kept {
  frame: Frame;
  after: number;
}

const MOST = 500;

export class Recent {
  #kept: Kept[] = [];

  keep(frame: Frame, after: number): void {
    this.#kept.push({ frame, after });
    if (this.#kept.length > MOST) this.#kept.shift();
  }

  /** Everything the stream told after this number, or null when some of it is no longer here. */
  since(stream: string, number: number): Kept[] | null {
    const found = this.#kept.filter(({ frame }) => frame.stream === stream && frame.number > number);
    const first = found[0];
    return first && first.after <= number ? found : null;
  }

  forget(stream: string): void {
    this.#kept = this.#kept.filter(({ frame }) => frame.stream !== stream);
  }
}
