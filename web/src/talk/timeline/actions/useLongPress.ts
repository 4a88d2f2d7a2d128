/** A finger that rests on a message: half a second, without moving. */
import { type PointerEvent, useRef } from "react";

import type { Point } from "./useActing";

const RESTS = 500; // ms
const STILL = 10; // px

interface Press {
  at: Point;
  timer: ReturnType<typeof setTimeout>;
}

export function useLongPress(pressed: (element: HTMLElement, at: Point) => void) {
  const press = useRef<Press | null>(null);
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
      if (pointerType === "mouse" || (target as Element).closest("button, a")) return;
      press.current = { at: { x, y }, timer: setTimeout(() => pressed(currentTarget, { x, y }), RESTS) };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current?.at;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
