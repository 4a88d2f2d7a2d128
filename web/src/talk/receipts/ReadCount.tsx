/** 既読 n under a message: pressed, it says who has seen the message and who has not. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";

import type { MessageId, RoomId } from "@/generated/wire";

const Readers = lazy(() => import("./Readers").then((file) => ({ default: file.Readers })));

interface Props {
  room_id: RoomId;
  message_id: MessageId;
  count: number;
  /** Whether the body lives with lists of readers at all. */
  opens: boolean;
  contact: string;
  home: string;
}

export function ReadCount({ count, opens, ...asked }: Props) {
  const { t } = useLingui();
  const [isOpen, open] = useState(false);
  const says = <Trans>既読 {count}</Trans>;
  if (!opens) return <span className="text-accent-firm">{says}</span>;
  return (
    <>
      <button
        type="button"
        aria-label={t`既読 ${count}、見た人を開く`}
        aria-haspopup="dialog"
        onClick={() => open(true)}
        className="rounded-6 text-accent-firm underline underline-offset-3 hover:bg-hovered coarse:-my-2.5 coarse:min-h-11 coarse:px-1.5"
      >
        {says}
      </button>
      <Suspense>{isOpen && <Readers {...asked} known={count} onClose={() => open(false)} />}</Suspense>
    </>
  );
}
