/** Where nearly everybody was chosen: an open room instead, at once (ROOM-4). */
import type { ReactNode } from "react";

import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";

interface Props {
  error: Error | null;
  busy: boolean;
  act: ReactNode;
  /** What is taken along. */
  says: ReactNode;
  onOpen: () => void;
}

export function OfferOpen({ error, busy, act, says, onOpen }: Props) {
  if (!(error instanceof Refusal) || error.code !== "rooms.nearly_everybody") return null;
  return (
    <div className="grid justify-items-start gap-1.5">
      <Button isDisabled={busy} onPress={onOpen}>
        {act}
      </Button>
      <p className="text-small text-soft">{says}</p>
    </div>
  );
}
