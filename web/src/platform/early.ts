/** Frames of one stream that came before their turn, and wait for the hole before them to be filled. */
import type { Frame } from "@/generated/wire";

/** From this number to that one, both included. */
export type Run = [first: number, last: number];
/** By stream, what is held beyond a hole. */
export type Runs = Readonly<Record<string, Run>>;

/** More than these are let go: they are asked for again in their turn. */
const MOST = 1_000;

export class Early {
  readonly #frames = new Map<number, Frame>();

  keep(frame: Frame): void {
    if (this.#frames.size < MOST) this.#frames.set(frame.number, frame);
  }

  at(number: number): Frame | undefined {
    return this.#frames.get(number);
  }

  /** Their turn has come or is past. */
  forgetUpTo(number: number): void {
    this.#forget((each) => each <= number);
  }

  /** A server that stands before them was restored from a copy, and will mean something else by their numbers. */
  forgetBeyond(head: number): void {
    this.#forget((each) => each > head);
  }

  clear(): void {
    this.#frames.clear();
  }

  /** The first of them without a gap: they need not be said again. */
  run(): Run | null {
    if (this.#frames.size === 0) return null;
    const first = Math.min(...this.#frames.keys());
    let last = first;
    while (this.#frames.has(last + 1)) last += 1;
    return [first, last];
  }

  #forget(isOver: (number: number) => boolean): void {
    for (const number of this.#frames.keys()) if (isOver(number)) this.#frames.delete(number);
  }
}
