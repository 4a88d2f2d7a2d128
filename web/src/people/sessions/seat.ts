/** Leaving the seat: by the button, by the key, or because nobody has touched the screen for as long as the body allows. */
import { useEffect, useState } from "react";

import { belongsToConversion } from "@/kit/composing";
import { api } from "@/platform/api";
import { withLineAtRest } from "@/platform/connection";

const WARNS = 30_000;
const LOOKS_EVERY = 1_000;
const NOTES_EVERY = 5_000;
/** Without a connection nothing can be locked; it is tried until there is one. */
const TRIES_EVERY = 15_000;
const TOUCHED = "yoriai-touched-at";
const touches = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

export async function lockSeat(): Promise<void> {
  await withLineAtRest(() => api.post("/api/lock"));
}

/** Alt+L. It belongs to no browser, no input method and no screen reader that we know of. */
export function isLeaveKey(event: KeyboardEvent): boolean {
  if (belongsToConversion(event)) return false;
  return event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.code === "KeyL";
}

export function useLeaveKey(leave: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isLeaveKey(event)) return;
      event.preventDefault();
      leave();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [leave]);
}

/** How long a screen may rest untouched, counted over all tabs; `seconds` once it is about to lock. */
export class Rest {
  readonly #most: number;
  #touchedAt: number;

  constructor(minutes: number, now: number) {
    this.#most = minutes * 60_000;
    this.#touchedAt = now;
  }

  touched(now: number): void {
    this.#touchedAt = Math.max(this.#touchedAt, now);
  }

  /** What is left of it, in milliseconds; after a night with the lid closed it is over before the first touch. */
  left(now: number): number {
    return this.#touchedAt + this.#most - now;
  }
}

/** Locks when its time is over. Gives the seconds that are left once the person must be told, else null. */
export function useIdleLock(minutes: number, leave: () => void): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    if (minutes === 0) return;
    const rest = new Rest(minutes, Date.now());
    let notedAt = 0;
    let isOver = false;
    let triedAt = 0;
    const look = () => {
      rest.touched(touchedElsewhere());
      const left = rest.left(Date.now());
      setSeconds(left > WARNS ? null : Math.max(0, Math.ceil(left / 1_000)));
      isOver ||= left <= 0;
      if (!isOver || Date.now() - triedAt < TRIES_EVERY) return;
      triedAt = Date.now();
      leave();
    };
    const touch = () => {
      look();
      if (isOver) return;
      const now = Date.now();
      rest.touched(now);
      if (now - notedAt < NOTES_EVERY) return;
      notedAt = now;
      tellTouched(now);
      setSeconds(null);
    };
    const timer = setInterval(look, LOOKS_EVERY);
    for (const kind of touches) addEventListener(kind, touch, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const kind of touches) removeEventListener(kind, touch, { capture: true });
    };
  }, [minutes, leave]);
  return minutes === 0 ? null : seconds;
}

/** Tabs of one browser are one screen: whoever writes in one has not left the other. */
function touchedElsewhere(): number {
  try {
    return Number(localStorage.getItem(TOUCHED) ?? 0);
  } catch {
    return 0;
  }
}

function tellTouched(now: number): void {
  try {
    localStorage.setItem(TOUCHED, String(now));
  } catch {
    // A browser that keeps nothing: each tab counts for itself.
  }
}
