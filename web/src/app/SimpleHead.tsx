/** The head of a screen that fills the window, as all do in かんたん表示, and the one way back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Icon } from "@/ui/Icon";

/** Where a line holds few letters a long name takes two lines of it and no more: the list says it whole. */
const fewLetters =
  "tight:gap-y-1 tight:px-3 tight:py-2 tight:[&>h1]:line-clamp-2 tight:[&>h1]:text-body tight:[&>h1]:leading-130";

export function Head({ children }: { children: ReactNode }) {
  return (
    <div className={`flex flex-wrap items-center gap-3 border-b border-line px-4 py-3 ${fewLetters}`}>
      {children}
    </div>
  );
}

export function ToList() {
  const { t } = useLingui();
  return (
    <Link
      to="/rooms"
      aria-label={t`トークの一覧へ戻る`}
      className="inline-flex min-h-11 items-center gap-1.5 rounded-8 border border-current px-3 font-bold text-accent no-underline hover:underline"
    >
      <Icon name="back" size={20} />
      <span className="tight:hidden">
        <Trans>トークの一覧へ戻る</Trans>
      </span>
      <span className="hidden tight:inline">
        <Trans>戻る</Trans>
      </span>
    </Link>
  );
}
