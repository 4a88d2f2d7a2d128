/** Sending later from where one writes: the button, what waits, and what came of it. */
import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import type { Part, Quote, RoomRow } from "@/generated/wire";
import { shortDay } from "@/kit/dates";
import { dayInJapan } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import type { Under } from "@/talk/messages/waiting";
import { screenIn } from "@/talk/rooms/rows";
import { SendLater } from "@/talk/scheduled/SendLater";
import { useSchedule } from "@/talk/scheduled/scheduled";
import { timeOf } from "@/talk/scheduled/times";
import { WaitingLine } from "@/talk/scheduled/WaitingLine";
import { usePreferences } from "@/ui/preferences";

interface Written {
  text: string;
  parts: () => Part[];
  quote: Quote | null;
  under: Under | null;
  /** Files go at once: what waits for its time is words. */
  hasFiles: boolean;
  /** Asks first, where the words call many. */
  ask: (parts: Part[], post: (parts: Part[]) => void) => void;
  /** It is kept: nothing of it stays in the field. */
  clear: () => void;
}

export function useLater(room: RoomRow, { text, parts, quote, under, hasFiles, ask, clear }: Written) {
  const { t } = useLingui();
  const contact = screenIn(useQueryClient())?.me.contact ?? "";
  const { mutate, error, isPending } = useSchedule(room.room_id);
  const { simple } = usePreferences();
  const [kept, keep] = useState<string | null>(null);
  const choose = (due_at: string) => {
    keep(null);
    const onSuccess = () => {
      keep(due_at);
      clear();
    };
    ask(parts(), (meant) => mutate({ parts: meant, due_at, quote, under }, { onSuccess }));
  };
  const says: ReactNode = error ? (
    <Trouble error={error} contact={contact} />
  ) : (
    kept && text === "" && t`${shortDay(dayInJapan(kept))} ${timeOf(kept)} に送ります。`
  );
  return {
    // かんたん表示 has one button to send.
    button:
      simple || hasFiles ? null : (
        <SendLater isDisabled={text.trim() === "" || isPending} onChoose={choose} />
      ),
    line: <WaitingLine roomId={room.room_id} under={under?.thread ?? null} contact={contact} />,
    says: says ? (
      <div role="status" className="mx-4 mb-1 text-small text-firm mid:mx-6.5">
        {says}
      </div>
    ) : null,
  };
}
