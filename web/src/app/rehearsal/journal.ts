/** For tests: numbered streams of facts, each told as it stands when it is told. */
import type { FactFrame, Frame } from "@/generated/wire";

export type Stated = Pick<FactFrame, "fact" | "body" | "by">;

/** What there is to tell by now: told late, a fact says what has become of it meanwhile, or nothing any more. */
export type Telling = () => Stated | null;

export class Journal {
  readonly #streams = new Map<string, Telling[]>();

  /** The next number of a stream; the answer is what is told of it at once. */
  keep(stream: string, telling: Telling): Frame {
    const told = [...(this.#streams.get(stream) ?? []), telling];
    this.#streams.set(stream, told);
    return frame(stream, told.length, telling);
  }

  head(stream: string): number {
    return this.#streams.get(stream)?.length ?? 0;
  }

  after(stream: string, number: number): Frame[] {
    const missed = this.#streams.get(stream)?.slice(number) ?? [];
    return missed.map((telling, place) => frame(stream, number + place + 1, telling));
  }
}

function frame(stream: string, number: number, telling: Telling): Frame {
  const stated = telling();
  if (!stated) return { stream, number };
  return { ...stated, stream, number, at: "2026-11-20T05:05:00Z" } as FactFrame; // name and body fit
}
