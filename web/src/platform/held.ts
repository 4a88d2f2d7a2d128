/** State of the server as the page holds it, with the numbers of the streams up to which it is true. */
import { type QueryClient, type QueryKey, type QueryMeta, queryOptions } from "@tanstack/react-query";
import { Refusal } from "@/platform/refusals";
import type { Numbers } from "@/platform/streams";

/** A class, so that the cache's other entries are told apart from what facts keep true. */
export class Held<State> {
  constructor(
    readonly state: State,
    readonly as_of: Numbers,
  ) {}
}

/** How long a window that nobody looks at is still kept true. */
const FIVE_MINUTES = 5 * 60_000;

interface Asked<State> {
  key: QueryKey;
  read: (signal: AbortSignal) => Promise<Held<State>>;
  gcTime?: number;
  meta?: QueryMeta;
}

/** A question whose answer facts keep true: it is asked once, and again only when too much was missed. */
export function heldQuery<State>({ key, read, gcTime = FIVE_MINUTES }: Asked<State>) {
  return queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => read(signal),
    select: (held: Held<State>) => held.state,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    gcTime,
  });
}

/** An answer that says no will say no again; only what may pass is worth another try. */
export function isWorthAnotherTry(failures: number, error: Error): boolean {
  const passing = !(error instanceof Refusal) || error.status === 429 || error.status >= 500;
  return passing && failures < 4;
}

/** Change held state by the page's own doing, such as loading more of it. Where it stands does not move. */
export function amend<State>(cache: QueryClient, key: QueryKey, edit: (state: State) => State): void {
  const held: unknown = cache.getQueryData(key);
  if (!(held instanceof Held)) return;
  const next = edit(held.state as State); // the key says what is kept under it
  if (next !== held.state) cache.setQueryData(key, new Held(next, held.as_of));
}
