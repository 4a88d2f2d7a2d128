/** What was done with the shelf, in words, and the way back; or why it was not done. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

import { Refusal, sentenceOf } from "@/platform/refusals";

export interface Done {
  says: MessageDescriptor;
  undo?: (() => Promise<void>) | undefined;
}

export interface Deed {
  act: () => Promise<void>;
  undo?: Done["undo"];
}

/** Do it, and say so; without words nothing is said of what succeeds. */
export async function tried(
  says: MessageDescriptor | null,
  { act, undo }: Deed,
  contact: string,
): Promise<Done | null> {
  try {
    await act();
    return says && { says, undo };
  } catch (error) {
    return { says: whyNot(error, contact) };
  }
}

export function whyNot(error: unknown, contact: string): MessageDescriptor {
  // Each code has its one sentence, which needs no other catalogue.
  const sentence = error instanceof Refusal ? sentenceOf(error, contact) : null;
  return sentence
    ? { id: sentence, message: sentence }
    : msg`変えられませんでした。通信が戻ったら、もう一度試してください`;
}
