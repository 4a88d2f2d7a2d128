/** Why a file is not handed on, in the sentence of its code. Such sentences come when one is needed. */
import "@/platform/seldom";

import { Refusal, sentenceOf } from "@/platform/refusals";

export function Reason({ code, contact }: { code: string; contact: string }) {
  return sentenceOf(new Refusal(0, code), contact);
}
