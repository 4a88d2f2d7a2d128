/** The bar at a message under the pointer or the focus: the commonest actions, and ⋯ for all of them. */
import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { Toolbar } from "react-aria-components";

import { IconButton } from "@/ui/IconButton";
import { midWindow, useMedia } from "@/ui/media";

import type { Subject } from "./action";
import { offered } from "./ordered";
import type { Acting } from "./useActing";

interface Props {
  subject: Subject;
  acting: Acting;
  isMine: boolean;
  onMore: (anchor: HTMLElement) => void;
}

/** It stands over the upper edge of the words, takes no room, and stays in sight when a long message is scrolled. */
export function Bar({ subject, acting, isMine, onMore }: Props) {
  const { t, i18n } = useLingui();
  const more = useRef<HTMLButtonElement>(null);
  // In a narrow window all of them would lie over the name of whoever speaks: ⋯ leads to the same.
  const isMid = useMedia(midWindow);
  const inBar = isMid ? offered(subject).filter((action) => action.inBar) : [];
  return (
    <div className="sticky top-9 z-1 order-first h-0">
      <Toolbar
        aria-label={t`メッセージの操作`}
        className={`absolute -top-8 flex rounded-8 border border-edge bg-surface shadow-raised ${isMine ? "right-0" : "-right-5 mid:-right-12"}`}
      >
        {inBar.map((action) => (
          <IconButton
            key={action.name}
            icon={action.icon}
            label={i18n._(action.says)}
            onPress={() => acting.act(action, subject)}
          />
        ))}
        <IconButton
          ref={more}
          icon="more"
          label={t`ほかの操作`}
          aria-haspopup="menu"
          onPress={() => more.current && onMore(more.current)}
        />
      </Toolbar>
    </div>
  );
}
