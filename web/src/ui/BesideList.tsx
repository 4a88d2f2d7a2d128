/** A screen beside a list (in narrow windows instead of it): its heading, the way back to the list, and one narrow column. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode, Ref } from "react";

import { IconButton } from "./IconButton";

interface Props {
  title: ReactNode;
  /** It takes the focus when what had it has gone from the screen. */
  heading?: Ref<HTMLHeadingElement>;
  /** Where a way back stands above it already, it has none of its own. */
  onBack: (() => void) | null;
  children: ReactNode;
}

export function BesideList({ title, heading, onBack, children }: Props) {
  const { t } = useLingui();
  return (
    <main className="flex min-w-0 grow flex-col">
      <div className="flex min-h-15 shrink-0 items-center gap-1 border-b border-line py-1.5 pr-3 pl-0.5 mid:min-h-18 mid:pl-5">
        {onBack && (
          <span className="mid:hidden">
            <IconButton icon="back" label={t`一覧へ戻る`} onPress={onBack} />
          </span>
        )}
        <h1
          ref={heading}
          tabIndex={-1}
          className={`min-w-0 grow text-lead font-bold shadow-none outline-none ${onBack ? "" : "pl-4 mid:pl-0"}`}
        >
          {title}
        </h1>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 py-4 mid:px-5">
        <div className="grid max-w-[48rem] grid-cols-1 gap-4">{children}</div>
      </div>
    </main>
  );
}
