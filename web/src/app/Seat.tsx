/** 席を離れる as the whole page does it: what was typed is kept, the server locks, and the page begins anew with nothing in it. */
import { Trans } from "@lingui/react/macro";
import { useCallback, useState } from "react";

import { lockSeat, useIdleLock, useLeaveKey } from "@/people/sessions/seat";
import { loadAnew } from "@/platform/leaving";
import { tellOtherTabs } from "@/platform/tabs";
import { keepDrafts } from "@/talk/drafts/draft";
import { sendHeld } from "@/talk/messages/outbox";
import { Banner } from "@/ui/Banner";
import { Button } from "@/ui/Button";

interface Seat {
  leave: () => void;
  failed: boolean;
  /** Seconds until it locks by itself, once that is near. */
  seconds: number | null;
}

export function useSeat(minutes: number): Seat {
  const { leave, failed } = useLeaving();
  const seconds = useIdleLock(minutes, leave);
  useLeaveKey(leave);
  return { leave, failed, seconds };
}

function useLeaving() {
  const [failed, setFailed] = useState(false);
  const leave = useCallback(() => {
    setFailed(false);
    leaveSeat().catch(() => setFailed(true));
  }, []);
  return { leave, failed };
}

/** The page is loaded anew, with nothing of what stood on it; the address stays, for the way back. */
async function leaveSeat(): Promise<void> {
  await settle();
  await lockSeat();
  tellOtherTabs("someone else");
  loadAnew();
}

/** What was typed is kept, and what was sent goes, before nobody here may do either. */
export async function settle(): Promise<void> {
  await Promise.all([keepDrafts(), sendHeld()]);
}

export function SeatState({ seat: { failed, seconds } }: { seat: Seat }) {
  if (failed) {
    return (
      <Banner icon="alert" look="warn">
        <Trans>
          画面をロックできませんでした。通信が切れています。席を立つときは、端末そのものをロックしてください。
        </Trans>
      </Banner>
    );
  }
  if (seconds === null) return null;
  return (
    <Banner icon="lock" look="warn">
      <Trans>まもなく画面をロックします。続けるときは、キーか画面に触れてください。</Trans>
    </Banner>
  );
}

export function LeaveSeat() {
  const { leave, failed } = useLeaving();
  return (
    <>
      <Button icon="lock" onPress={leave}>
        <Trans>席を離れる</Trans>
      </Button>
      {failed && (
        <p role="alert" className="pt-2 text-danger">
          <Trans>ロックできませんでした。通信が切れています。</Trans>
        </p>
      )}
    </>
  );
}
