/** A line that comes to a message in sight moves what is read as little as can be: the other part of the window gives way. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { VirtualizerHandle } from "virtua";

import type { Row } from "./rows";

interface Log {
  list: RefObject<VirtualizerHandle | null>;
  scroller: RefObject<HTMLElement | null>;
  rows: Row[];
  /** The row that has the focus, or a menu open. */
  focused: string | null;
  /** At the end of the room it is the end that stays in sight. */
  atEnd: RefObject<boolean>;
}

/** Where the rows in sight stood in the window when it was last at rest, and which of them was in its middle. */
interface Stood {
  tops: Map<string, number>;
  middle: string | null;
  at: number;
}

/** After such a pause a log that was moved is at rest. */
const RESTS = 150; // ms

export function useSteady({ list, scroller, rows, focused, atEnd }: Log) {
  const stood = useRef<Stood | null>(null);
  const note = () => {
    stood.current = list.current && scroller.current && standing(list.current, scroller.current, rows);
  };
  /** Rows have come, gone or changed their sizes: what is read is put back to where it stood. */
  const again = () => {
    const [before, view, log] = [stood.current, list.current, scroller.current];
    if (!before || !view || !log || atEnd.current) return;
    const read = [focused, pointedAt(log), before.middle].find((key) => key !== null && before.tops.has(key));
    const place = rows.findIndex((row) => row.key === read);
    const top = read && before.tops.get(read);
    if (place >= 0 && typeof top === "number") {
      log.scrollBy(0, view.getItemOffset(place) - log.scrollTop - top);
    }
    note();
  };
  useChange(rows, again);
  useRest(scroller, note, () => {
    if (scroller.current?.scrollTop !== stood.current?.at) stood.current = null;
  });
  return { again, note };
}

/** While a hand moves the log, nothing holds it. */
function useRest(scroller: RefObject<HTMLElement | null>, rests: () => void, moves: () => void) {
  const latest = useRef({ rests, moves });
  useLayoutEffect(() => {
    latest.current = { rests, moves };
  });
  useEffect(() => {
    const log = scroller.current;
    const soon = () => setTimeout(() => latest.current.rests(), RESTS);
    let wait = soon();
    const moved = () => {
      latest.current.moves();
      clearTimeout(wait);
      wait = soon();
    };
    log?.addEventListener("scroll", moved, { passive: true });
    return () => {
      clearTimeout(wait);
      log?.removeEventListener("scroll", moved);
    };
  }, [scroller]);
}

function useChange(rows: Row[], changed: () => void) {
  const known = useRef(rows);
  useLayoutEffect(() => {
    if (known.current === rows) return;
    known.current = rows;
    changed();
  });
}

function standing(view: VirtualizerHandle, log: HTMLElement, rows: Row[]): Stood {
  const at = log.scrollTop;
  const tops = new Map<string, number>();
  let middle: string | null = null;
  const last = Math.min(view.findItemIndex(at + view.viewportSize), rows.length - 1);
  for (let place = view.findItemIndex(at); place <= last; place += 1) {
    const key = rows[place]?.key;
    if (key === undefined) continue;
    const top = view.getItemOffset(place) - at;
    tops.set(key, top);
    if (top <= view.viewportSize / 2) middle = key;
  }
  return { tops, middle, at };
}

/** What a pointer rests on may be pressed next. */
function pointedAt(log: HTMLElement): string | null {
  return log.querySelector<HTMLElement>("[data-row]:hover")?.dataset.row ?? null;
}
