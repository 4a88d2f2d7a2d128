/** What the server says when it refuses, and the sentence a person reads then. */
import sentences from "@/generated/refusals.json";

const catalogue: Record<string, string | undefined> = sentences;

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

/** The sentence for a refusal. */
export function sentenceOf(refusal: Refusal, contact: string): string {
  return filled(catalogue[refusal.code] ?? UNKNOWN, { ...refusal.details, contact: contact || SOMEBODY });
}

export function filled(sentence: string, details: Details): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
