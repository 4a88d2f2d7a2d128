/** At the foot of the list: what was done last, and the way back. It stays until it is used or closed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";

import type { Done } from "./done";

export function DoneLine({ done, onClose }: { done: Done | null; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    try {
      await done?.undo?.();
      onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-2 border-t border-line bg-sunken py-1.5 pr-1 pl-4 text-small empty:hidden"
    >
      {done && (
        <>
          <span className="min-w-0 grow text-pretty">{i18n._(done.says)}</span>
          {done.undo && (
            <span className="shrink-0 whitespace-nowrap">
              <Button small isDisabled={busy} onPress={undo}>
                <Trans>元に戻す</Trans>
              </Button>
            </span>
          )}
          <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
        </>
      )}
    </div>
  );
}
