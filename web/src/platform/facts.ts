/** What a fact does to the state that the page holds: each piece takes each fact once, in order, or is read anew. */
import { notifyManager, type Query, type QueryClient, type QueryKey } from "@tanstack/react-query";

import type { FactFrame, FactName, Frame } from "@/generated/wire";
import { Held } from "@/platform/held";

/** Streams that began (with the number to begin from) or ended (null) for this page. */
export type Turns = Map<string, number | null>;

interface Turn {
  /** The stream's number before this fact. */
  after: number;
  turns: Turns;
}

type Named<Name extends FactName> = Extract<FactFrame, { fact: Name }>;
export type Told<Name extends FactName> = Named<Name> & Turn;
export type Placed = { stream: string; number: number } & Turn;

export type Handlers<Names extends FactName> = {
  [Name in Names]: (cache: QueryClient, told: Told<Name>) => void;
};

/** Apply a fact to one piece of held state, unless it was read after the fact or is not held at all. */
export function change<State>(
  cache: QueryClient,
  key: QueryKey,
  told: Placed,
  edit: (state: State) => State,
): void {
  const held: unknown = cache.getQueryData(key);
  if (!(held instanceof Held) || !isNext(held, told)) return;
  const next = edit(held.state as State); // the key says what is kept under it
  if (next !== held.state) cache.setQueryData(key, new Held(next, held.as_of));
}

/** The same for every piece whose key begins so. */
export function changeAll<State>(
  cache: QueryClient,
  prefix: QueryKey,
  told: Placed,
  edit: (state: State) => State,
): void {
  for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: prefix })) {
    change(cache, queryKey, told, edit);
  }
}

/** From now on (if it takes this fact at all) the piece is told about this stream too, from that number on; null: no longer. */
export function turn(
  cache: QueryClient,
  key: QueryKey,
  told: Placed,
  stream: string,
  number: number | null,
): boolean {
  const held: unknown = cache.getQueryData(key);
  if (!(held instanceof Held) || !isNext(held, told)) return false;
  const { [stream]: _, ...others } = held.as_of;
  const as_of = number === null ? others : { ...others, [stream]: number };
  cache.setQueryData(key, new Held(held.state, as_of));
  told.turns.set(stream, number);
  return true;
}

/** Take one frame into everything that is held. Pieces that missed an earlier one are read anew. */
export function take(cache: QueryClient, handlers: Handlers<FactName>, frame: Frame, after: number): Turns {
  const turns: Turns = new Map();
  // One batch: a message leaves the outbox and enters the page in the same drawing.
  notifyManager.batch(() => {
    const handle = "fact" in frame ? handlerOf(handlers, frame.fact) : undefined;
    handle?.(cache, { ...frame, after, turns });
    advance(cache, { stream: frame.stream, number: frame.number, after, turns });
  });
  return turns;
}

type AnyHandler = (cache: QueryClient, told: unknown) => void;

/** A newer server may tell of things that this page has no screen for: they are passed over. */
function handlerOf(handlers: Handlers<FactName>, name: FactName): AnyHandler | undefined {
  // Each handler takes the facts of its own name, and it was found by that name.
  return Object.hasOwn(handlers, name) ? (handlers[name] as AnyHandler) : undefined;
}

function advance(cache: QueryClient, told: Placed): void {
  for (const query of cache.getQueryCache().getAll()) {
    const held: unknown = query.state.data;
    if (!(held instanceof Held)) continue;
    if (isNext(held, told)) {
      query.setData(new Held(held.state, { ...held.as_of, [told.stream]: told.number }));
    } else if (isLeftBehind(held, told)) {
      letGoOrReread(cache, query);
    }
  }
}

function letGoOrReread(cache: QueryClient, query: Query): void {
  if (!query.isActive()) cache.getQueryCache().remove(query);
  // An answer on its way is new enough; asking again at every frame would never come to an end.
  else void cache.invalidateQueries({ queryKey: query.queryKey, exact: true }, { cancelRefetch: false });
}

function isNext(held: Held<unknown>, { stream, after, number }: Placed): boolean {
  const at = held.as_of[stream];
  return at !== undefined && at >= after && at < number;
}

function isLeftBehind(held: Held<unknown>, { stream, after }: Placed): boolean {
  const at = held.as_of[stream];
  return at !== undefined && at < after;
}

/** Read anew everything that these streams tell about. What nobody looks at is let go. */
export function reread(cache: QueryClient, streams: string[]): void {
  const concerned = (query: { state: { data: unknown } }) => {
    const held = query.state.data;
    return held instanceof Held && streams.some((stream) => stream in held.as_of);
  };
  cache.removeQueries({ predicate: concerned, type: "inactive" });
  void cache.invalidateQueries({ predicate: concerned });
}

/** The same without haste, when everybody has to: a thousand pages asking at once would be a storm. */
export function rereadInTime(cache: QueryClient, streams: string[], within = 10_000): void {
  setTimeout(() => reread(cache, streams), Math.random() * within);
}
