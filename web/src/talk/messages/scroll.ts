/** How the log moves: opens at its place, stays at the end while it is read there, and does not jump when older pages come. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";

import { useAskedFocus } from "./asked";
import { useHolding } from "./holding";
import { messagesIn, type Place, placeOf, type Row } from "./rows";
import { useSteady } from "./steady";

interface Wishes {
  rows: Row[];
  /** A message to open at, from a permalink. */
  asked: string | null;
  /** The row that has the focus. */
  focused: string | null;
  hasOlder: boolean;
  hasNewer: boolean;
  loadOlder: () => Promise<void>;
  loadNewer: () => Promise<void>;
  /** Told the newest ordinal that has really been in sight. */
  onSeen: (ordinal: number) => void;
}

const nearEnd = 48;
const farEnough = 600;

export function useScroll(wishes: Wishes) {
  const list = useRef<VirtualizerHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(false);
  const [away, setAway] = useState(false);
  const fetchMore = useOneAtATime();
  const { rows, asked, focused } = wishes;
  const holding = useHolding({ list, scroller, rows });
  const steady = useSteady({ list, scroller, rows, focused, atEnd });
  const takeFocus = useAskedFocus(scroller, asked);

  const look = () => {
    const view = seen(list);
    if (!view) return;
    atEnd.current = below(view) < nearEnd && !wishes.hasNewer;
    setAway(!atEnd.current);
    notice();
  };
  const notice = () => {
    const view = seen(list);
    if (!view) return;
    if (isBeingRead()) wishes.onSeen(newestInSight(rows, view));
    fetchMore(missing(view, wishes));
  };

  // Not the list's own way: that goes on for as long as rows find their sizes, also against a hand that scrolls away.
  const toEnd = () => {
    const view = scroller.current;
    if (!view) return;
    holding.letGo();
    atEnd.current = true;
    view.scrollTop = view.scrollHeight;
  };
  // When the composer grows or a line below changes its size, the end stays in sight.
  const stay = () => {
    if (atEnd.current) toEnd();
    else look();
  };
  const resized = () => {
    steady.again();
    if (holding.again()) look();
    else stay();
    takeFocus();
  };
  // A line that comes above the log pushes it down: what one reads there stays where it is.
  const hold = (down: number) => {
    if (!atEnd.current) scroller.current?.scrollBy(0, down);
    steady.note();
    stay();
  };

  useOpening(rows, asked, (at) => (at ? holding.hold(at) : toEnd()));
  useArrivals(rows, atEnd, toEnd);
  useGrowth(rows, notice);
  useReturn(look);
  useResize(scroller, hold);

  return {
    away,
    /** By a button that goes away with it: the log itself takes the focus. */
    toEnd: () => {
      scroller.current?.focus({ preventScroll: true });
      toEnd();
    },
    scroller,
    list: { ref: list, shift: usePrepended(rows), onScroll: look, onScrollEnd: look, onResize: resized },
  };
}

type Load = () => Promise<void>;

/** Before it has a height nobody can say where in it one is. */
function seen({ current: view }: RefObject<VirtualizerHandle | null>): VirtualizerHandle | null {
  return view && view.viewportSize > 0 ? view : null;
}

function below(view: VirtualizerHandle): number {
  return view.scrollSize - view.scrollOffset - view.viewportSize;
}

/** What has to be fetched before the eye comes to an edge of the window. */
function missing(view: VirtualizerHandle, { hasOlder, hasNewer, loadOlder, loadNewer }: Wishes): Load | null {
  if (hasOlder && view.scrollOffset < farEnough) return loadOlder;
  return hasNewer && below(view) < farEnough ? loadNewer : null;
}

/** The log opens once at its place, or at its end; afterwards only people and arrivals move it. */
function useOpening(rows: Row[], asked: string | null, open: (at: Place | null) => void) {
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (opened.current || rows.length === 0) return;
    opened.current = true;
    open(placeOf(rows, asked));
  });
}

/** What arrives at the end is followed when the end was in sight, and always when it is one's own. */
function useArrivals(rows: Row[], atEnd: RefObject<boolean>, toEnd: () => void) {
  const last = rows.at(-1);
  const known = useRef(last?.key);
  useLayoutEffect(() => {
    if (known.current === last?.key) return;
    // The window was moved to the end of the room as a whole: nothing of what was shown is left.
    const isElsewhere = rows.every((row) => row.key !== known.current);
    known.current = last?.key;
    if (atEnd.current || last?.kind === "waiting" || isElsewhere) toEnd();
  });
}

/** A line that has come to stand for one message more moves nothing, and is read all the same. */
function useGrowth(rows: Row[], notice: () => void) {
  const latest = useRef(notice);
  useLayoutEffect(() => {
    latest.current = notice;
  });
  const last = rows.at(-1);
  const newest = last && messagesIn(last).at(-1)?.ordinal;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is to notice has changed with these.
  useEffect(() => latest.current(), [newest, rows.length]);
}

/** True in the one drawing in which older messages were put before the first. */
function usePrepended(rows: Row[]): boolean {
  const first = rows.find((row) => row.kind === "message")?.key;
  const before = useRef(first);
  useLayoutEffect(() => {
    before.current = first;
  });
  return before.current !== first && rows.some((row) => row.key === before.current);
}

/** A page that comes back to the front is read from then on. */
function useReturn(look: () => void) {
  const latest = useRef(look);
  useLayoutEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    const back = () => latest.current();
    // The first sizes are known a moment after the first drawing.
    const soon = setTimeout(back, 100);
    addEventListener("focus", back);
    document.addEventListener("visibilitychange", back);
    return () => {
      clearTimeout(soon);
      removeEventListener("focus", back);
      document.removeEventListener("visibilitychange", back);
    };
  }, []);
}

/** The window of the log changes its height with the composer, the keyboard of a phone, and lines above it. */
function useResize(scroller: RefObject<HTMLElement | null>, resized: (down: number) => void) {
  const latest = useRef(resized);
  useLayoutEffect(() => {
    latest.current = resized;
  });
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let top = view.getBoundingClientRect().top;
    const watch = new ResizeObserver(() => {
      const before = top;
      top = view.getBoundingClientRect().top;
      latest.current(top - before);
    });
    watch.observe(view);
    return () => watch.disconnect();
  }, [scroller]);
}

function useOneAtATime() {
  const busy = useRef(false);
  return (load: Load | null) => {
    if (!load || busy.current) return;
    busy.current = true;
    const free = () => {
      busy.current = false;
    };
    load().then(free, free);
  };
}

function newestInSight(rows: Row[], view: VirtualizerHandle): number {
  const lowest = view.findItemIndex(view.scrollOffset + view.viewportSize - 1);
  for (let place = Math.min(lowest, rows.length - 1); place >= 0; place -= 1) {
    const row = rows[place];
    const last = row && messagesIn(row).at(-1);
    if (last) return last.ordinal;
  }
  return 0;
}

function isBeingRead(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
