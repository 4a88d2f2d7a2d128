/** A message that waits to be sent: as it is shown, as it lies on the shelf, and what a refusal means for it. */
import type { MessageId, Part, Quote, RoomId, SendKey } from "@/generated/wire";
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
  state: "sending" | "waiting" | "refused";
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
}

export function entryOf({ refused, ...message }: Kept, isKept: boolean): Entry {
  const refusal = refused && new Refusal(refused.status, refused.code, refused.details, refused.requestId);
  return {
    ...message,
    quote: message.quote ?? null,
    under: message.under ?? null,
    refusal,
    state: refusal ? "refused" : "waiting",
    isKept,
    ordinal: null,
  };
}

export function keptOf({ send_key, room_id, parts, quote, under, written_at, refusal }: Entry): Kept {
  const { status, code, details, requestId } = refusal ?? {};
  const refused =
    status && code ? { status, code, details: details ?? {}, requestId: requestId ?? "" } : null;
  return { send_key, room_id, parts, quote, under, written_at, refused };
}

export function shown({ send_key, parts, quote, under, state, refusal, written_at }: Entry): Waiting {
  return { send_key, parts, quote, under, state, refusal, written_at };
}

/** Send keys sort as they were made. */
export function byKey(one: { send_key: SendKey }, other: { send_key: SendKey }): number {
  return one.send_key < other.send_key ? -1 : 1;
}

const MAY_PASS = new Set([401, 408, 425, 429]);

/** The server has said no, and would say no again. */
export function isFinal(error: unknown): error is Refusal {
  return error instanceof Refusal && error.status < 500 && !MAY_PASS.has(error.status);
}

/** How long to leave the server alone: as long as it asks, and a little longer, each client another little. */
export function pauseAfter(error: unknown, failures: number, random: number): number {
  const asked = error instanceof Refusal ? error.retryAfter : null;
  if (asked === null) return backoff(failures, { random });
  return asked * 1_000 + random * Math.max(1_000, asked * 500);
}
