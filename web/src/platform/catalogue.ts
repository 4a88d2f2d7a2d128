/** The sentences that are at hand, by the code of their refusal. */
import often from "@/generated/refusals.json";

const sentences: Record<string, string | undefined> = { ...often };

export function sentenceFor(code: string): string | undefined {
  return sentences[code];
}

/** More than a first visit brings. */
export function learn(more: Readonly<Record<string, string>>): void {
  Object.assign(sentences, more);
}
