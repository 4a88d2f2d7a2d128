/** What stands beside a room, over it or instead of it, as the window allows. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Drawer } from "@/ui/Drawer";

export type SideShown = "members" | "pins" | "gallery" | "thread" | null;

interface Props {
  shown: NonNullable<SideShown>;
  isWide: boolean;
  isAlone: boolean;
  onClose: () => void;
  children: ReactNode;
}

export function Side({ shown, isWide, isAlone, onClose, children }: Props) {
  const { t } = useLingui();
  const labels = {
    pins: t`上に固定したメッセージ`,
    members: t`ルームのメンバー`,
    gallery: t`写真・ファイル`,
    thread: t`やり取り`,
  };
  const label = labels[shown];
  if (!isWide && !isAlone) {
    return (
      <Drawer label={label} onClose={onClose}>
        {children}
      </Drawer>
    );
  }
  const width = isAlone ? "w-full" : "w-[21.5rem] shrink-0 border-l border-line";
  return (
    <aside aria-label={label} className={`flex min-h-0 flex-col ${width}`}>
      {children}
    </aside>
  );
}
