/** A picture as large as it fits, or larger: then it is moved by scrolling. Two fingers and Ctrl with the wheel change how large. */
import { useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

import type { FilePart } from "@/generated/wire";

interface Props {
  file: FilePart;
  address: string;
  /** 1: all of it is in sight. */
  scale: number;
  onScale: (scale: number) => void;
  /** Its link leads nowhere any more. */
  onOld: () => void;
}

export function Zoomed({ file, address, scale, onScale, onOld }: Props) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const [used, use] = useState(address);
  const { words: name, about } = file;
  usePinch(frame, scale, onScale);
  const percent = `${scale * 100}%`;
  return (
    <section
      ref={frame}
      aria-label={t`画像`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: larger than the window, it is moved with the keys.
      tabIndex={0}
      onDoubleClick={() => onScale(scale > 1 ? 1 : 2.5)}
      className="min-h-0 grow touch-pan-x touch-pan-y overflow-auto bg-sunken focus-visible:-outline-offset-3"
    >
      <div style={{ inlineSize: percent, blockSize: percent }}>
        <img
          src={used}
          alt={about ?? name}
          draggable={false}
          onError={() => (used === address ? onOld() : use(address))}
          className="size-full object-contain"
        />
      </div>
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
