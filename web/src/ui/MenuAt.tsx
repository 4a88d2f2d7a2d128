/** A menu below what it is about, or where it was asked for by pointer. */
import { type ReactNode, useRef } from "react";
import { Menu, Popover } from "react-aria-components";

import type { Point } from "./longPress";

/** Where a menu opens: below this, or, with a point, there. */
export interface MenuPlace {
  anchor: HTMLElement;
  point: Point | null;
}

interface Props {
  label: string;
  place: MenuPlace;
  onClose: () => void;
  children: ReactNode;
}

export function MenuAt({ label, place: { anchor, point }, onClose, children }: Props) {
  const here = useRef<HTMLSpanElement>(null);
  const opener = useRef(anchor);
  return (
    <>
      {point && <span ref={here} className="fixed size-0" style={{ left: point.x, top: point.y }} />}
      <Popover
        isOpen
        triggerRef={point ? here : opener}
        placement="bottom start"
        onOpenChange={(isOpen) => !isOpen && onClose()}
        className="min-w-[min(14rem,calc(100vw-1.5rem))] max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-8 border border-line bg-surface py-1.5 text-ink shadow-raised"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the key that opened the menu, let go, must not open the browser's own. */}
        <div onContextMenu={(event) => event.preventDefault()}>
          <Menu autoFocus="first" aria-label={label} className="outline-none" onClose={onClose}>
            {children}
          </Menu>
        </div>
      </Popover>
    </>
  );
}
