/** Time and chance, handed in so that tests can hold both still. */

export interface Clock {
  /** Milliseconds; only differences mean anything. */
  now(): number;
  /** Run later; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void;
  /** From 0 up to, not including, 1. */
  random(): number;
}

export const clock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** How long to wait before the next attempt: doubles each time, and chance spreads the crowd over all of it. */
export function backoff(
  attempt: number,
  { random, most = 30_000 }: { random: number; most?: number },
): number {
  return 250 + random * Math.min(most, 1_000 * 2 ** Math.min(attempt, 16));
}
