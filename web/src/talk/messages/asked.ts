/** The message to which a permalink led has the focus. */
import { type RefObject, useLayoutEffect, useRef } from "react";

/** It stands in the page only once the log has moved there: call this then, as often as may be. */
export function useAskedFocus(log: RefObject<HTMLElement | null>, asked: string | null): () => void {
  const isDue = useRef(false);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    isDue.current = asked !== null;
    before.current = document.activeElement;
  }, [asked]);
  return () => {
    // Whoever has put the focus elsewhere meanwhile keeps it there.
    if (isDue.current) isDue.current = isStill(before.current);
    const found =
      isDue.current && log.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(asked ?? "")}"]`);
    if (!found) return;
    found.setAttribute("data-led", "");
    found.focus({ preventScroll: true });
    found.removeAttribute("data-led");
    isDue.current = document.activeElement !== found;
  };
}

/** What had the focus has it, or nothing has, for it is gone. */
function isStill(before: Element | null): boolean {
  const { activeElement: now, body } = document;
  return now === before || now === body || now === null;
}
