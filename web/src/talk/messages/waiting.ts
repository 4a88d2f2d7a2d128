/** A message that waits to be sent: as it is shown, as it lies on the shelf, and what a refusal means for it. */
import type { AccountId, MessageId, Part, Quote, RoomId, RoomRow, SendKey } from "@/generated/wire";
import { backoff } from "@/platform/clock";
import { Refusal } from "@/platform/refusals";

/** In which thread it stands, and whether in the room's own log too. */
export interface Under {
  thread: MessageId;
  in_room: boolean;
}

export interface Waiting {
  send_key: SendKey;
  parts: Part[];
  /** What it answers. */
  quote: Quote | null;
  under: Under | null;
  /** The account of a unit in whose name it is said. */
  forWhom: AccountId | null;
  /** For whom one sat in the room while writing: what waits is said in that name, or not at all. */
  writtenFor: AccountId | null | undefined;
  /** `held`: it goes by itself at `until`, and can be taken back before. */
  state: "held" | "sending" | "waiting" | "refused";
  /** In milliseconds of the device's clock; null where nothing is waited for. */
  until: number | null;
  refusal: Refusal | null;
  written_at: string;
}

/** On the shelf a refusal lies in its parts: a class cannot be kept. */
export interface Kept {
  send_key: SendKey;
  room_id: RoomId;
  parts: Part[];
  /** Not there in what an older page has kept. */
  quote?: Quote | null;
  under?: Under | null;
  forWhom?: AccountId | null;
  writtenFor?: AccountId | null | undefined;
  until?: number | null;
  written_at: string;
  refused: { status: number; code: string; details: Record<string, unknown>; requestId: string } | null;
}

/** While the page lives. */
export interface Entry extends Waiting {
  room_id: RoomId;
  /** It lies on the shelf; if it no longer does, another tab sent it or threw it away. */
  isKept: boolean;
  /** The server has it under this ordinal; it waits only to be seen. */
  ordinal: number | null;
  /** Of the room's stream, under which it was told. */
  number: number | null;
}

export function entryOf({ refused, ...message }: Kept, isKept: boolean): Entry {
  const refusal = refused && new Refusal(refused.status, refused.code, refused.details, refused.requestId);
  return {
    ...message,
    quote: message.quote ?? null,
    under: message.under ?? null,
    forWhom: message.forWhom ?? null,
    writtenFor: message.writtenFor,
    until: message.until ?? null,
    refusal,
    state: stateOf(refusal, message.until),
    isKept,
    ordinal: null,
    number: null,
  };
}

function stateOf(refusal: Refusal | null, until: number | null | undefined): Waiting["state"] {
  if (refusal) return "refused";
  return until ? "held" : "waiting";
}

/** What a message is about, beside its words. */
export interface About {
  quote?: Quote | null;
  under?: Under | null;
  forWhom?: AccountId | null;
  writtenFor?: AccountId | null | undefined;
  /** For how many milliseconds it can still be taken back before it goes. */
  delay?: number;
}

export function newEntry(
  message: Pick<Kept, "send_key" | "room_id" | "parts">,
  now: number,
  { quote = null, under = null, forWhom = null, writtenFor, delay = 0 }: About = {},
): Entry {
  const until = delay > 0 ? now + delay : null;
  const written_at = new Date(now).toISOString();
  const about = { quote, under, forWhom, writtenFor };
  return entryOf({ ...message, ...about, until, written_at, refused: null }, false);
}

/** Milliseconds that a message waits here: as its author likes it, and no less than the body wants where others than its own people read. */
export function delayOf(own: number, readers: RoomRow["readers"], outside: number): number {
  const areOutside = readers.guests > 0 || readers.other_bodies > 0;
  return Math.max(own, areOutside ? outside : 0) * 1_000;
}

/** How long it still waits by its author's own wish. A clock that was set back makes nobody wait for it. */
export function holdOf({ until }: Entry, now: number): number {
  const left = until === null ? 0 : until - now;
  return left > LONGEST_HOLD ? 0 : Math.max(0, left);
}

export function keptOf(entry: Entry): Kept {
  const { send_key, room_id, parts, quote, under, forWhom, writtenFor, until, written_at, refusal } = entry;
  const { status, code, details, requestId } = refusal ?? {};
  const refused =
    status && code ? { status, code, details: details ?? {}, requestId: requestId ?? "" } : null;
  return { send_key, room_id, parts, quote, under, forWhom, writtenFor, until, written_at, refused };
}

export function shown(entry: Entry): Waiting {
  const { send_key, parts, quote, under, forWhom, writtenFor, until, state, refusal, written_at } = entry;
  return { send_key, parts, quote, under, forWhom, writtenFor, until, state, refusal, written_at };
}

/** Send keys sort as they were made. */
export function byKey(one: { send_key: SendKey }, other: { send_key: SendKey }): number {
  return one.send_key < other.send_key ? -1 : 1;
}

const LONGEST_HOLD = 30_000;

/** How long to leave the server alone: as long as it asks, and a little longer, each client another little. */
export function pauseAfter(error: unknown, failures: number, random: number): number {
  const asked = error instanceof Refusal ? error.retryAfter : null;
  if (asked === null) return backoff(failures, { random });
  return asked * 1_000 + random * Math.max(1_000, asked * 500);
}

export interface Window {
  keys: ReadonlySet<SendKey>;
  /** The newest ordinal in it. */
  newest: number;
  /** Up to which number of the room's stream it is true. */
  heard: number;
  /** It reaches the end of the room, so a message that was accepted will appear in it. */
  isAtEnd: boolean;
}

/** Taken back before this window heard of it, a message leaves nothing there to be known by (MSG-6). */
export function hasPassed({ ordinal, number }: Entry, { newest, heard, isAtEnd }: Window): boolean {
  const isThere = ordinal !== null && ordinal <= newest;
  const isTold = number !== null && number > 0 && number <= heard; // 0: so long ago that nobody knows
  return isAtEnd && (isThere || isTold);
}
