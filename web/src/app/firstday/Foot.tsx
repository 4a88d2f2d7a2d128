/** The foot of a screen of the first day: the act, and the way past it. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Button } from "@/ui/Button";

interface Props {
  act: ReactNode;
  busy?: boolean;
  onAct: () => void;
  /** Leave this screen out; without it there is only the act. */
  onSkip?: () => void;
}

export function Foot({ act, busy = false, onAct, onSkip }: Props) {
  return (
    <div className="flex flex-wrap gap-2 border-t border-line pt-5">
      <Button look="first" isDisabled={busy} onPress={onAct}>
        {act}
      </Button>
      {onSkip && (
        <Button look="quiet" isDisabled={busy} onPress={onSkip}>
          <Trans>あとで</Trans>
        </Button>
      )}
    </div>
  );
}

/** The question of the screen. It takes the focus, so that a reader and the keyboard begin here. */
export function Asks({ children }: { children: ReactNode }) {
  return (
    <h1
      ref={(heading) => heading?.focus()}
      tabIndex={-1}
      className="text-pretty text-title font-bold outline-none"
    >
      {children}
    </h1>
  );
}
