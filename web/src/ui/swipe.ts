/** A finger that goes sideways over something: far enough, and it is an act. Each such act has its twin in a menu. */
import { type MouseEvent, type PointerEvent, useRef, useState } from "react";

import type { Point } from "./longPress";

const BEGINS = 12; // px: less is a finger that rests
const MEANT = 64; // px
const FARTHEST = 96; // px

/** What comes of it to either side; nothing moves to a side on which there is nothing. */
export interface Sides {
  left?: (() => void) | null;
  right?: (() => void) | null;
}

/** How far a finger has gone to a side, negative to the left; null while it rests or goes up and down. */
export function sideways(from: Point, to: Point): number | null {
  const [x, y] = [to.x - from.x, to.y - from.y];
  return Math.abs(x) > BEGINS && Math.abs(x) > 2 * Math.abs(y) ? x : null;
}

/** The act that is meant by it, if it went far enough. */
export function meant(by: number, { left, right }: Sides): (() => void) | null {
  if (by <= -MEANT) return left ?? null;
  return by >= MEANT ? (right ?? null) : null;
}

interface Finger {
  from: Point;
  /** Null until it is clear that it goes sideways. */
  by: number | null;
}

/** For an element with `touch-pan-y`. It goes along with the finger; and to which side that is, while it does. */
export function useSwipe(sides: Sides) {
  const finger = useRef<Finger | null>(null);
  const wasSwiped = useRef(false);
  const [side, goTo] = useState<keyof Sides | null>(null);
  const end = (element: HTMLElement) => {
    finger.current = null;
    element.style.translate = "";
    goTo(null);
  };
  const handlers = {
    // Buttons inside keep the press to themselves.
    onPointerDownCapture: () => {
      wasSwiped.current = false;
    },
    onPointerDown: ({ pointerType, clientX: x, clientY: y }: PointerEvent<HTMLElement>) => {
      finger.current = pointerType === "mouse" ? null : { from: { x, y }, by: null };
    },
    onPointerMove: ({ clientX: x, clientY: y, currentTarget }: PointerEvent<HTMLElement>) => {
      finger.current = finger.current && moved(finger.current, { x, y });
      const by = finger.current?.by ?? null;
      if (by === null) return;
      currentTarget.style.translate = `${within(by, sides)}px`;
      goTo(by < 0 ? "left" : "right");
    },
    onPointerUp: ({ currentTarget }: PointerEvent<HTMLElement>) => {
      const by = finger.current?.by ?? null;
      end(currentTarget);
      if (by === null) return;
      wasSwiped.current = true;
      meant(by, sides)?.();
    },
    onPointerCancel: ({ currentTarget }: PointerEvent<HTMLElement>) => end(currentTarget),
    /** The finger that goes up after it follows no link. */
    onClickCapture: (event: MouseEvent) => {
      if (!wasSwiped.current) return;
      wasSwiped.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return [handlers, side && sides[side] ? side : null] as const;
}

/** Null once it goes up or down: then it scrolls, whatever it does later. */
function moved({ from, by: before }: Finger, to: Point): Finger | null {
  const by = before === null ? sideways(from, to) : to.x - from.x;
  return by === null && Math.abs(to.y - from.y) > BEGINS ? null : { from, by };
}

function within(by: number, { left, right }: Sides): number {
  return Math.min(right ? FARTHEST : 0, Math.max(left ? -FARTHEST : 0, by));
}

type Handlers<Name extends string> = Partial<Record<Name, (event: never) => void>>;

/** What listens for the same on one element, one after the other. */
export function together<Name extends string, One extends Handlers<Name>, Other extends Handlers<Name>>(
  one: One,
  other: Other,
): One & Other {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<Name>;
  const both = [...names].map((name) => {
    const each = (event: never) => {
      one[name]?.(event);
      other[name]?.(event);
    };
    return [name, each];
  });
  return Object.fromEntries(both) as One & Other;
}
