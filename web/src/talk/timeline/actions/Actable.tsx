/** A message on which one can act: a bar at the pointer and at the focus, a menu by right click, key, long press or ⋯. */
import { useLingui } from "@lingui/react/macro";
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from "react";

import { type Point, useLongPress } from "@/ui/longPress";
import { useMedia } from "@/ui/media";
import { usePreferences } from "@/ui/preferences";
import { SwipeSign } from "@/ui/SwipeSign";
import { together, useSwipe } from "@/ui/swipe";

import type { Subject } from "./action";
import { More } from "./More";
import { reply } from "./reply";
import { type Acting, useIsOpen } from "./useActing";

const Bar = lazy(() => import("./Bar").then((file) => ({ default: file.Bar })));

interface Props {
  subject: Subject;
  acting: Acting;
  /** It stands on the right. */
  isMine: boolean;
  children: (tools: ReactNode) => ReactElement;
}

export function Actable({ subject, acting, isMine, children }: Props) {
  const { t } = useLingui();
  const { simple } = usePreferences();
  const hovers = useMedia("(pointer: fine)") && !simple;
  const [isNear, near] = useState(false);
  const [isFocused, focus] = useState(false);
  const isOpen = useIsOpen(acting, subject);
  const openAt = (anchor: HTMLElement, point: Point | null) => acting.open({ subject, anchor, point });
  const press = useLongPress(openAt);
  const answers = !simple && (reply.isOffered?.(subject) ?? true);
  const [swipe, swiped] = useSwipe({ left: answers ? () => acting.act(reply, subject) : null });
  const onMore = (anchor: HTMLElement) => openAt(anchor, null);
  const bar = (isNear || isFocused || isOpen) && (
    <Suspense>
      <Bar subject={subject} acting={acting} isMine={isMine} onMore={onMore} />
    </Suspense>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: everything here is also a button, in the bar and in the menu.
    <div
      data-open={isOpen}
      className="relative touch-pan-y coarse:select-none coarse:[-webkit-touch-callout:none] data-[open=true]:[&_[data-fill]]:outline-2 data-[open=true]:[&_[data-fill]]:outline-accent"
      onPointerEnter={({ pointerType }) => near(pointerType === "mouse")}
      onPointerLeave={() => near(false)}
      onFocus={({ target }) => focus(isByKey(target))}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && focus(false)}
      onContextMenu={(event) => {
        if (event.shiftKey || hasSelection() || isOnLink(event.target)) return;
        event.preventDefault();
        openAt(event.currentTarget, { x: event.clientX, y: event.clientY });
      }}
      onKeyDown={(event) => {
        if (!opensMenu(event)) return;
        event.preventDefault();
        openAt(messageIn(event.currentTarget), null);
      }}
      {...together(press, swipe)}
    >
      {swiped && <SwipeSign to="left" icon="reply" says={t`返信`} />}
      {children(hovers ? bar : <More inWords={simple} isMine={isMine} isOpen={isOpen} onMore={onMore} />)}
    </div>
  );
}

/** Whoever is led to a message by its address reads it first: the bar, which covers what stands above the words, comes with the next key. */
function isByKey(target: HTMLElement): boolean {
  return target.matches(":focus-visible") && target.dataset.led === undefined;
}

function opensMenu({
  key,
  shiftKey,
  target,
}: {
  key: string;
  shiftKey: boolean;
  target: EventTarget;
}): boolean {
  const isOnMessage = target instanceof HTMLElement && target.dataset.message !== undefined;
  return key === "ContextMenu" || (key === "F10" && shiftKey) || (key === "Enter" && isOnMessage);
}

function messageIn(row: HTMLElement): HTMLElement {
  return row.querySelector<HTMLElement>("[data-fill]") ?? row;
}

/** Whoever has chosen words wants what the browser offers for them. */
function hasSelection(): boolean {
  return getSelection()?.isCollapsed === false;
}

function isOnLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a") !== null;
}
