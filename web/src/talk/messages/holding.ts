/** Keeps a row of the log where it was opened while the rows around it find their sizes. A hand that moves the log ends it. */
import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { VirtualizerHandle } from "virtua";

import type { Place, Row } from "./rows";

interface Log {
  list: RefObject<VirtualizerHandle | null>;
  scroller: RefObject<HTMLElement | null>;
  rows: Row[];
}

/** Rows are measured as they are drawn, one drawing after the other: after such a pause all of them are. */
const SETTLED = 150; // ms
const HANDS = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

export function useHolding({ list, scroller, rows }: Log) {
  const held = useRef<Place | null>(null);
  const end = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = useCallback(() => {
    clearTimeout(end.current);
    held.current = null;
  }, []);
  const again = () => {
    const [place, view, log] = [held.current, list.current, scroller.current];
    if (!place || !view || !log) return false;
    log.scrollTop = offsetOf(place, rows, view) ?? log.scrollTop;
    clearTimeout(end.current);
    // A log without a height has not been looked at yet.
    if (view.viewportSize > 0) end.current = setTimeout(letGo, SETTLED);
    return true;
  };
  useEffect(() => {
    const log = scroller.current;
    for (const hand of HANDS) log?.addEventListener(hand, letGo, { passive: true });
    return () => {
      for (const hand of HANDS) log?.removeEventListener(hand, letGo);
    };
  }, [scroller, letGo]);
  return {
    hold: (place: Place) => {
      held.current = place;
      again();
    },
    /** Sizes have changed: whether it is still held. */
    again,
    letGo,
  };
}

function offsetOf({ key, align }: Place, rows: Row[], view: VirtualizerHandle): number | null {
  const at = rows.findIndex((row) => row.key === key);
  if (at < 0) return null;
  const above = align === "center" ? (view.viewportSize - view.getItemSize(at)) / 2 : 0;
  return view.getItemOffset(at) - above;
}
