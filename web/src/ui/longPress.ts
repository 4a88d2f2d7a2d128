/** A finger that rests on something: half a second, without moving. */
import { type MouseEvent, type PointerEvent, useRef } from "react";

export interface Point {
  x: number;
  y: number;
}

const RESTS = 500; // ms
const STILL = 10; // px

interface Press {
  at: Point;
  timer: ReturnType<typeof setTimeout>;
}

interface Wishes {
  /** Links and buttons keep their own press, unless the whole of it is one. */
  onLinks?: boolean;
}

export function useLongPress(pressed: (element: HTMLElement, at: Point) => void, wishes?: Wishes) {
  const onLinks = wishes?.onLinks ?? false;
  const press = useRef<Press | null>(null);
  const wasLong = useRef(false);
  const end = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  return {
    onPointerDown: ({
      pointerType,
      clientX: x,
      clientY: y,
      currentTarget,
      target,
    }: PointerEvent<HTMLElement>) => {
      end();
      wasLong.current = false;
      if (pointerType === "mouse" || (!onLinks && (target as Element).closest("button, a"))) return;
      const timer = setTimeout(() => {
        wasLong.current = true;
        pressed(currentTarget, { x, y });
      }, RESTS);
      press.current = { at: { x, y }, timer };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current?.at;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    /** The finger that goes up after a long press follows no link. */
    onClickCapture: (event: MouseEvent) => {
      if (!wasLong.current) return;
      wasLong.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
