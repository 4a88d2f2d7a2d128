/** The keys of whatever shows pictures one at a time. */
import { useEffect, useEffectEvent } from "react";

/** By so much a picture grows at once. */
export const STEP = 1.5;

/** Wherever the focus stands in it: nothing else of the page has the keys now. */
export function useKeys(pressed: (event: KeyboardEvent) => void) {
  const heard = useEffectEvent(pressed);
  useEffect(() => {
    const ways = new AbortController();
    document.addEventListener("keydown", (event) => heard(event), { signal: ways.signal });
    return () => ways.abort();
  }, []);
}

interface Wish {
  turn?: number;
  times?: number;
}

const WISHES = new Map<string, Wish>([
  ["ArrowLeft", { turn: -1 }],
  ["ArrowRight", { turn: 1 }],
  ["+", { times: STEP }],
  [";", { times: STEP }], // the + of a Japanese keyboard without Shift
  ["-", { times: 1 / STEP }],
  ["0", { times: 0 }],
]);

/** Larger than the window, a picture is moved by the arrows. */
export function askedBy(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  isLarge: boolean,
): Wish | undefined {
  if (ctrlKey || metaKey || altKey || (isLarge && key.startsWith("Arrow"))) return undefined;
  return WISHES.get(key);
}

interface Pages {
  at: number;
  last: number;
  isLarge: boolean;
}

/** To which page of several, from 0, a key leads. */
export function pageAskedBy(event: KeyboardEvent, { at, last, isLarge }: Pages): number | undefined {
  const turn = askedBy(event, isLarge)?.turn;
  if (turn) return at + turn;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return new Map([
    ["PageUp", at - 1],
    ["PageDown", at + 1],
    ["Home", 0],
    ["End", last],
  ]).get(event.key);
}
