/** Setting a sign and taking it back: it shows at once, and goes again if the server says no. */
import { useSyncExternalStore } from "react";

import type { MessageId, ReactionKind, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { ask, isOpen } from "@/platform/connection";

export interface Sign {
  room_id: RoomId;
  message_id: MessageId;
  kind: ReactionKind;
}

type Wishes = ReadonlyMap<ReactionKind, boolean>;

/** What I wish under each message, of what the server has not told yet. */
let wishes: ReadonlyMap<MessageId, Wishes> = new Map();
/** Why the last wish at a message came to nothing. */
let failures: ReadonlyMap<MessageId, Error> = new Map();
/** One after the other for each sign: two quick taps arrive in their order. */
const underWay = new Map<string, Promise<void>>();
const watchers = new Set<() => void>();
const none: Wishes = new Map();

/** An answer comes a moment before the fact; where no fact follows, nothing had to change. */
const UNTIL_TOLD = 3_000;

export function useWishes(message: MessageId): Wishes {
  return useSyncExternalStore(watch, () => wishesAt(message));
}

export function useFailure(message: MessageId): Error | null {
  return useSyncExternalStore(watch, () => failureAt(message));
}

export function wishesAt(message: MessageId): Wishes {
  return wishes.get(message) ?? none;
}

export function failureAt(message: MessageId): Error | null {
  return failures.get(message) ?? null;
}

/** Set my sign, or take it back. */
export function react(sign: Sign, isOn: boolean): void {
  fail(sign.message_id, null);
  wish(sign, isOn);
  const key = `${sign.message_id} ${sign.kind}`;
  const sent = (underWay.get(key) ?? Promise.resolve())
    .then(() => send(sign, isOn))
    .then(
      () => void setTimeout(() => settled(sign, isOn), UNTIL_TOLD),
      (error: unknown) => {
        settled(sign, isOn);
        if (error instanceof Error) fail(sign.message_id, error);
      },
    )
    .finally(() => {
      if (underWay.get(key) === sent) underWay.delete(key);
    });
  underWay.set(key, sent);
}

/** The server has told of my own sign, set here or on another device of mine. */
export function confirmed(sign: Sign & { is_on: boolean }): void {
  settled(sign, sign.is_on);
}

async function send(sign: Sign, isOn: boolean): Promise<void> {
  if (isOpen()) {
    await ask({ do: isOn ? "reactions.set" : "reactions.unset", ...sign });
    return;
  }
  const at = "/api/rooms/{room_id}/messages/{message_id}/reactions/{kind}";
  await (isOn ? api.put(at, { path: { ...sign } }) : api.delete(at, { path: { ...sign } }));
}

/** The wish is over, unless another has come after it. */
function settled({ message_id, kind }: Sign, isOn: boolean): void {
  const mine = wishes.get(message_id);
  if (mine?.get(kind) !== isOn) return;
  const rest = new Map(mine);
  rest.delete(kind);
  keep(message_id, rest);
}

function wish({ message_id, kind }: Sign, isOn: boolean): void {
  keep(message_id, new Map(wishes.get(message_id)).set(kind, isOn));
}

function keep(message: MessageId, mine: Wishes): void {
  const next = new Map(wishes);
  if (mine.size > 0) next.set(message, mine);
  else next.delete(message);
  wishes = next;
  tell();
}

function fail(message: MessageId, error: Error | null): void {
  if (!error && !failures.has(message)) return;
  const next = new Map(failures);
  if (error) next.set(message, error);
  else next.delete(message);
  failures = next;
  tell();
}

function tell(): void {
  for (const watcher of watchers) watcher();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
