/** The quiet lines between messages: the beginning of the room, a new day, and where unread begins. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { dayInJapan } from "@/kit/days";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

export function DayLine({ at }: { at: string }) {
  const { dayLine } = useDates();
  const today = dayInJapan(useNow());
  return (
    <Rule>
      <time dateTime={at}>{dayLine(dayInJapan(at), today)}</time>
    </Rule>
  );
}

export function UnreadLine() {
  return (
    <Rule strong>
      <Trans>ここから未読</Trans>
    </Rule>
  );
}

/** Where whoever only reads along has not looked yet: nothing of it waits for them. */
export function NewLine() {
  return (
    <Rule>
      <Trans>ここから新しいメッセージ</Trans>
    </Rule>
  );
}

interface BeginningProps {
  purpose: string;
  isEmpty: boolean;
  /** Who really made it, where it was made in the name of somebody else. */
  made?: ReactNode;
}

export function BeginningLine({ purpose, isEmpty, made }: BeginningProps) {
  const { t } = useLingui();
  return (
    <div className="grid justify-items-center gap-1 py-4 text-center text-small text-soft">
      {purpose && <p className="max-w-[34em] text-pretty text-ink">{t`目的：${purpose}`}</p>}
      {made}
      <p className="text-pretty">
        {isEmpty ? (
          <Trans>まだメッセージはありません。最初のひとことを書いてみましょう。</Trans>
        ) : (
          <Trans>このルームの最初です。</Trans>
        )}
      </p>
    </div>
  );
}

function Rule({ strong = false, children }: { strong?: boolean; children: ReactNode }) {
  const line = `h-px grow ${strong ? "bg-danger-line" : "bg-line"}`;
  return (
    <div
      className={`flex items-center gap-3 py-3 text-small ${strong ? "font-bold text-danger" : "text-soft"}`}
    >
      <span className={line} />
      {children}
      <span className={line} />
    </div>
  );
}
