/** Where something is seen larger than the window: it is moved by scrolling. Two fingers and Ctrl with the wheel change how large. */
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef } from "react";

interface Props {
  /** What is seen in it. */
  label: string;
  scale: number;
  onScale: (scale: number) => void;
  /** It has the keys as soon as it is there, and begins at the top whenever this changes. */
  top?: number;
  children: ReactNode;
}

export function Zooming({ label, scale, onScale, top, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  usePinch(frame, scale, onScale);
  useEffect(() => {
    if (top !== undefined) frame.current?.focus();
    frame.current?.scrollTo(0, 0);
  }, [top]);
  return (
    <section
      ref={frame}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: larger than the window, it is moved with the keys.
      tabIndex={0}
      onDoubleClick={() => onScale(scale > 1 ? 1 : 2.5)}
      className="[container-type:size] min-h-0 grow touch-pan-x touch-pan-y overflow-auto bg-sunken focus-visible:-outline-offset-3"
    >
      {children}
    </section>
  );
}

/** The browser would change the size of the page: that is taken over here, where the listener may say so. */
function usePinch(frame: RefObject<HTMLElement | null>, scale: number, onScale: (scale: number) => void) {
  const now = useEffectEvent(() => scale);
  const set = useEffectEvent(onScale);
  useEffect(() => {
    const area = frame.current;
    if (!area) return;
    const ways = new AbortController();
    const active = { signal: ways.signal, passive: false };
    let began: { apart: number; scale: number } | null = null;
    area.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        set(now() * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
      },
      active,
    );
    area.addEventListener(
      "touchmove",
      (event) => {
        const apart = apartIn(event.touches);
        if (apart === null) return;
        event.preventDefault();
        began ??= { apart, scale: now() };
        set((began.scale * apart) / began.apart);
      },
      active,
    );
    area.addEventListener(
      "touchend",
      () => {
        began = null;
      },
      { signal: ways.signal },
    );
    return () => ways.abort();
  }, [frame]);
}

function apartIn({ 0: one, 1: other, length }: TouchList): number | null {
  if (length !== 2 || !one || !other) return null;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
