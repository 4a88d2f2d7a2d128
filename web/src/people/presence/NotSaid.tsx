/** What one wanted to say of oneself was not heard: why, and what to do. */
import { useLingui } from "@lingui/react/macro";

import { Refusal, sentenceOf } from "@/platform/refusals";

export function NotSaid({ error, contact }: { error: Error | null; contact: string }) {
  const { t } = useLingui();
  if (!error) return null;
  return (
    <p role="alert" className="text-danger">
      {error instanceof Refusal
        ? sentenceOf(error, contact)
        : t`通信が切れているため、変わっていません。つながってから、もう一度押してください。`}
    </p>
  );
}
