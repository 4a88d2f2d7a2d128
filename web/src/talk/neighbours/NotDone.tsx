/** Why something was not done: the sentence of the rule, or that the line is cut. */
import { Trans } from "@lingui/react/macro";

import { Refusal, sentenceOf } from "@/platform/refusals";

import "@/platform/seldom";

export function NotDone({ error, contact }: { error: Error | null; contact: string }) {
  if (!error) return null;
  return (
    <p role="alert" className="text-pretty text-danger">
      {error instanceof Refusal ? (
        sentenceOf(error, contact)
      ) : (
        <Trans>通信が切れているため、できませんでした。つながってから、もう一度押してください。</Trans>
      )}
    </p>
  );
}
