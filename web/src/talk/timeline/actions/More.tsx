/** A finger has no hover: ⋯ stands beside every message, quietly; in かんたん表示 below it, with a word. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";

import { Icon } from "@/ui/Icon";

interface Props {
  /** In かんたん表示 every action has a button with a word. */
  inWords: boolean;
  isMine: boolean;
  isOpen: boolean;
  onMore: (anchor: HTMLElement) => void;
}

export function More({ inWords, isMine, isOpen, onMore }: Props) {
  const { t } = useLingui();
  const more = useRef<HTMLButtonElement>(null);
  const beside = `absolute top-0 size-11 place-items-center ${isMine ? "-left-12" : "-right-12"}`;
  const below = `min-h-11 grid-flow-col items-center gap-1.5 px-2 text-small ${isMine ? "self-end" : "self-start"}`;
  return (
    <button
      ref={more}
      type="button"
      aria-label={t`メッセージの操作`}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={() => more.current && onMore(more.current)}
      className={`grid rounded-8 text-soft ${inWords ? below : beside}`}
    >
      <Icon name="more" size={20} />
      {inWords && <Trans>操作</Trans>}
    </button>
  );
}
