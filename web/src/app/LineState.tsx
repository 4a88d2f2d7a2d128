/** Says when the page does not hear the server, and that nothing written is lost by it. */
import { Trans } from "@lingui/react/macro";

import { useConnection } from "@/platform/connection";
import { Banner } from "@/ui/Banner";

export function LineState() {
  const { state, retryInSeconds: seconds } = useConnection();
  if (state === "offline") {
    return (
      <Banner icon="cutOff" look="warn">
        <Trans>通信が切れています。書いたものは残っています。</Trans>
        {seconds !== null && seconds > 0 && (
          // Seconds that run are for the eye; read aloud every second they would drown everything else.
          <span aria-hidden="true" className="figures">
            <Trans>{seconds}秒後にもう一度つなぎます。</Trans>
          </span>
        )}
      </Banner>
    );
  }
  // A short reconnection is not worth a word: the line is told after a moment only.
  return state === "connecting" ? (
    <div className="appears-late">
      <Banner icon="clock" look="quiet">
        <Trans>つないでいます。書いたものは残っています。</Trans>
      </Banner>
    </div>
  ) : null;
}
