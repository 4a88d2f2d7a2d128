/** The log by keyboard: ↑ and ↓ go from message to message, and the one that has the focus stays in the page. */
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";

import type { Row } from "./rows";

const SAID = "[data-message]";

export function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!isStep(event)) return;
  const { currentTarget: log, target } = event;
  const on = (target as HTMLElement).matches(SAID) ? (target as HTMLElement) : null;
  // Fields and bars inside of the log have arrows of their own.
  if (!on && target !== log) return;
  const next = on ? neighbour(log, on, event.key) : newestInSight(log);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function isStep({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const isPlain = !(altKey || ctrlKey || metaKey || shiftKey);
  return isPlain && (key === "ArrowUp" || key === "ArrowDown");
}

/**
 * Which row has the focus, itself or in a menu or dialog that was opened from it: it is kept in the page however far
 * one scrolls, so that neither is ever lost.
 */
export function useFocused(rows: Row[]) {
  const [key, note] = useState<string | null>(null);
  const last = useRef<string | null>(null);
  const place = key === null ? -1 : rows.findIndex((row) => row.key === key);
  return {
    focused: key,
    kept: place < 0 ? [] : [place],
    watch: {
      onFocus: ({ currentTarget, target }: FocusEvent) => {
        // What stands over the page is told of too, by the way it was made.
        if (currentTarget.contains(target)) last.current = rowOf(target);
        note(last.current);
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget) && !isOver(relatedTarget)) note(null);
      },
    },
  };
}

/** What stands over the page gives the focus back to where it was opened. */
function isOver(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="dialog"]') !== null;
}

function rowOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return row?.dataset.row ?? null;
}

function neighbour(log: HTMLElement, on: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...log.querySelectorAll<HTMLElement>(SAID)];
  return all[all.indexOf(on) + (key === "ArrowUp" ? -1 : 1)];
}

function newestInSight(log: HTMLElement): HTMLElement | undefined {
  const end = log.getBoundingClientRect().bottom;
  return [...log.querySelectorAll<HTMLElement>(SAID)].findLast(
    (each) => each.getBoundingClientRect().top < end,
  );
}
