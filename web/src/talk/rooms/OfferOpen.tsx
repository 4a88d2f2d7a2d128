/** Where nearly everybody was chosen: the same room as an open one, at once, with everything that was typed (ROOM-4). */
import { Trans } from "@lingui/react/macro";

import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";

interface Props {
  error: Error | null;
  busy: boolean;
  onOpen: () => void;
}

export function OfferOpen({ error, busy, onOpen }: Props) {
  if (!(error instanceof Refusal) || error.code !== "rooms.nearly_everybody") return null;
  return (
    <div className="grid justify-items-start gap-1.5">
      <Button isDisabled={busy} onPress={onOpen}>
        <Trans>オープンルームとして作る</Trans>
      </Button>
      <p className="text-small text-soft">
        <Trans>書いた名前と目的はそのままです。職員は、自分で見つけて入ります。</Trans>
      </p>
    </div>
  );
}
