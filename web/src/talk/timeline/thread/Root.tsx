/** The head of a thread: the message under which it stands, and how many answers follow. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

/** Whoever came later than that message is shown nothing of it. */
export function Root({ count, children }: { count: number; children: ReactNode }) {
  return (
    <>
      {children ?? (
        <p className="pt-3.5 text-center text-small text-soft">
          <Trans>（前のメッセージ）</Trans>
        </p>
      )}
      <p className="figures flex items-center gap-3 pt-3 text-small text-soft">
        {count > 0 ? <Trans>{count}件の返信</Trans> : <Trans>まだ返信はありません</Trans>}
        <span className="h-px grow bg-line" />
      </p>
    </>
  );
}
