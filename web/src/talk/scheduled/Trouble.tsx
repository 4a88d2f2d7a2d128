/** Why it could not be done: the server's own sentence, or that nobody answered. */
import { Trans } from "@lingui/react/macro";

import { Refusal, sentenceOf } from "@/platform/refusals";

export function Trouble({ error, contact }: { error: Error | null; contact: string }) {
  if (!error) return null;
  return (
    <p role="alert" className="text-small text-danger">
      {error instanceof Refusal ? (
        sentenceOf(error, contact)
      ) : (
        <Trans>通信が切れているため、できませんでした。つながってから、もう一度押してください。</Trans>
      )}
    </p>
  );
}
