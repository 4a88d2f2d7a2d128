/** A request in place of a WebSocket: whole in itself, so that any process of the server can answer it. */
import { PROTOCOL } from "@/platform/socket";
import type { Numbers } from "@/platform/streams";

/** What comes over the line, as far as its carrier looks at it. */
export interface Said {
  hello?: { heads: Numbers };
  beat?: Numbers;
  answer?: unknown;
  ok?: { reset?: string[] };
  stream?: string;
  number?: number;
}

export interface Closed {
  code: number;
  reason: string;
}

export interface Heard {
  frames: Said[];
  closed: Closed | null;
}

/** The line broke, as a browser says it of a WebSocket. */
export const BROKE = 1006;
const SIGNED_OUT = 4401;
const TOO_OLD = 4426;

/** The server answered, and did not let us in. */
export class TurnedAway extends Error {
  readonly status: number;
  readonly said: Readonly<Record<string, unknown>>;

  constructor(status: number, said: unknown) {
    super(`status ${status}`);
    this.status = status;
    this.said = typeof said === "object" && said !== null ? { ...said } : {};
  }

  /** The code with which a WebSocket would have been closed. */
  get code(): number {
    if (this.status === 401) return SIGNED_OUT;
    return this.status === 410 ? TOO_OLD : BROKE;
  }
}

export async function visit(path: string, body: object, signal: AbortSignal): Promise<Response> {
  const response = await fetch(`${path}?v=${PROTOCOL}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    cache: "no-store",
    signal,
  });
  if (response.ok) return response;
  throw new TurnedAway(response.status, await response.json().catch(() => null));
}

export async function heard(response: Response): Promise<Heard> {
  const found: Heard = await response.json(); // the server's own form
  return found;
}
