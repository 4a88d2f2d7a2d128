/** The head of a screen in かんたん表示, and the one way back. */
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Icon } from "@/ui/Icon";

export function Head({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">{children}</div>;
}

export function ToList() {
  return (
    <Link
      to="/rooms"
      className="inline-flex min-h-11 items-center gap-1.5 rounded-8 border border-current px-3 font-bold text-accent no-underline hover:underline"
    >
      <Icon name="back" size={20} />
      <Trans>トークの一覧へ戻る</Trans>
    </Link>
  );
}
