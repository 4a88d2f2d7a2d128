/** Why something was not done, in the server's own sentence or, without an answer, in ours. */
import { useLingui } from "@lingui/react/macro";

import { Refusal, sentenceOf } from "@/platform/refusals";
import { Icon } from "@/ui/Icon";

export function Trouble({ error, contact }: { error: Error | null; contact: string }) {
  const { t } = useLingui();
  if (!error) return null;
  const sentence =
    error instanceof Refusal
      ? sentenceOf(error, contact)
      : t`通信が切れています。書いたものは残っています。つながってから、もう一度押してください。`;
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-danger"
    >
      <span className="pt-1">
        <Icon name="alert" size={20} />
      </span>
      {sentence}
    </p>
  );
}
