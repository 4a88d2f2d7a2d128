/** A message that goes in a moment: how long it still waits, and the way to take it back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";

import type { RoomId } from "@/generated/wire";
import { useDraft } from "@/talk/drafts/draft";
import type { Waiting } from "@/talk/messages/waiting";
import { plainText } from "@/talk/messages/words";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

interface Props {
  waiting: Waiting;
  roomId: RoomId;
  onTakeBack: () => void;
}

const A_WHILE = 250; // ms

export function Held({ waiting, roomId, onTakeBack }: Props) {
  const { t } = useLingui();
  const seconds = useSecondsUntil(waiting.until ?? 0);
  const draft = useDraft({ room_id: roomId, thread_id: waiting.under?.thread ?? null });
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 text-small text-firm">
      {/* Read when one goes there, not at every second. */}
      <p role="timer" className="figures flex items-center gap-1">
        <Icon name="clock" size={16} />
        {t`あと${seconds}秒で送ります`}
      </p>
      <Button
        small
        icon="undo"
        onPress={() => {
          // The words come back into the field, before what stands there already.
          draft.write([plainText(waiting.parts), draft.text].filter(Boolean).join("\n"));
          onTakeBack();
        }}
      >
        <Trans>取り消す</Trans>
      </Button>
    </div>
  );
}

function useSecondsUntil(until: number): number {
  const [now, look] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => look(Date.now()), A_WHILE);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}
