/** Over the field: what waits here for its time, and the way to all that wait. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";

import type { MessageId, RoomId } from "@/generated/wire";
import { shortDay } from "@/kit/dates";
import { dayInJapan } from "@/kit/days";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

import { useScheduled } from "./scheduled";
import { timeOf } from "./times";

const ScheduledList = lazy(() => import("./ScheduledList").then((file) => ({ default: file.ScheduledList })));

interface Props {
  roomId: RoomId;
  /** In a thread: what waits to be said there; in the room, whatever waits in it. */
  under: MessageId | null;
  contact: string;
}

export function WaitingLine({ roomId, under, contact }: Props) {
  const { t } = useLingui();
  const [isOpen, open] = useState(false);
  const all = useScheduled();
  const here = all.filter((each) => each.room_id === roomId && (!under || each.thread_id === under));
  const failed = here.some((each) => each.refused);
  const next = here.find((each) => !each.refused);
  return (
    <>
      {here.length > 0 && (
        <section
          aria-label={t`予約送信`}
          className="mx-2.5 mb-1.5 flex flex-wrap items-center gap-2 rounded-8 bg-sunken py-1 pr-1.5 pl-3 text-small text-firm mid:mx-5"
        >
          <Icon name={failed ? "alert" : "clock"} size={18} />
          <p className="figures min-w-0 grow">
            {failed && <Trans>送れなかった予約があります。</Trans>}
            {!failed &&
              next &&
              t`予約 ${here.length}件　次は ${shortDay(dayInJapan(next.due_at))} ${timeOf(next.due_at)}`}
          </p>
          <Button small onPress={() => open(true)}>
            <Trans>予約を見る</Trans>
          </Button>
        </section>
      )}
      <Suspense>
        {isOpen && <ScheduledList scheduled={all} contact={contact} onClose={() => open(false)} />}
      </Suspense>
    </>
  );
}
