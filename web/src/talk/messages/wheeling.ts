/** While a wheel turns, messages that pass under the pointer do not answer to it: their bars would cost pictures. */
import { type RefObject, useEffect } from "react";

const STOPS = 150; // ms

export function useWheeling(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const log = scroller.current;
    let wait: ReturnType<typeof setTimeout> | undefined;
    const stopped = () => log?.removeAttribute("data-wheeling");
    const turned = () => {
      log?.setAttribute("data-wheeling", "");
      clearTimeout(wait);
      wait = setTimeout(stopped, STOPS);
    };
    log?.addEventListener("wheel", turned, { passive: true });
    return () => {
      clearTimeout(wait);
      log?.removeEventListener("wheel", turned);
    };
  }, [scroller]);
}
