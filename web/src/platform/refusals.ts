/** What the server says when it refuses, and the sentence a person reads then. */
import fields from "@/generated/fields.json";
import { sentenceFor } from "@/platform/catalogue";

const names: Record<string, string | undefined> = fields;

/** A field that has no name in the catalogue, as after an update of the server. */
const UNNAMED = "入力した内容";

/** Said when a code has no sentence, as after an update of the server that this page has not seen yet. */
const UNKNOWN = "うまくいきませんでした。しばらくしてから、もう一度試してください。続くときは{contact}へ。";

/** Whom to ask before the page knows of which body somebody is: several may share one installation. */
const SOMEBODY = "お使いの団体の情報担当";

export type Details = Record<string, unknown>;

/** An answer that says no. It is final for the request; whether to try again stands in `status`. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Details = {},
    readonly requestId: string = "",
  ) {
    super(`${status} ${code}`);
  }

  /** How long the server asks to be left alone, in seconds; null when it did not say. */
  get retryAfter(): number | null {
    const seconds = this.details.retry_after;
    return typeof seconds === "number" && seconds >= 0 ? seconds : null;
  }
}

/** Nobody said yes or no: the network failed, or the answer took too long. It may have been done or not. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
}

const MAY_PASS = new Set([401, 408, 425, 429]);

/** The server has said no, and would say no again. */
export function isFinal(error: unknown): error is Refusal {
  return error instanceof Refusal && error.status < 500 && !MAY_PASS.has(error.status);
}

/** How long a refusal waits for its words, in milliseconds: without them it is one all the same. */
const PATIENCE = 3_000;

/** Done when the words of this refusal are at hand; null where they are already, or nobody has any. */
export function wordsFor({ code }: Refusal): Promise<unknown> | null {
  if (sentenceFor(code) !== undefined) return null;
  const fetching = import("@/platform/seldom").catch(() => null);
  return Promise.race([fetching, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** The sentence for a refusal. */
export function sentenceOf(refusal: Refusal, contact: string): string {
  const { field } = refusal.details;
  return filled(sentenceFor(refusal.code) ?? UNKNOWN, {
    ...refusal.details,
    ...(typeof field === "string" && { field: called(field) }),
    contact: contact || SOMEBODY,
  });
}

/** What people call the field at this path (parts.0.text): the longest piece of it that has a name. */
function called(field: string): string {
  if (!/^[\w.]+$/.test(field)) return field;
  const steps = field.split(".").filter((step) => !/^\d+$/.test(step));
  for (let end = steps.length; end > 0; end -= 1) {
    const known = steps.slice(0, end).map((_, start) => names[steps.slice(start, end).join(".")]);
    const name = known.find((each) => each !== undefined);
    if (name) return name;
  }
  return UNNAMED;
}

export function filled(sentence: string, details: Details): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
