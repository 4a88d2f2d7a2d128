/** Where one stands among the four screens of the first day. */
import { Trans } from "@lingui/react/macro";

export const STEPS = 4;

export function Step({ at }: { at: number }) {
  return (
    <p className="figures text-small text-soft">
      <Trans>
        はじめの準備　
        <span className="whitespace-nowrap">
          {at}／{STEPS}
        </span>
      </Trans>
    </p>
  );
}
