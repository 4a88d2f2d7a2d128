/** Asks the window how much room there is, and answers again when it changes. */
import { useCallback, useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  const listen = useCallback(
    (tell: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => matchMedia(query).matches);
}

/** Three panes and a rail fit side by side. */
export const wideWindow = "(min-width: 75rem)";
/** Two panes fit. */
export const midWindow = "(min-width: 48rem)";

/** A mouse stands beside a keyboard of its own; on touch, a focused field would call up the one on the glass. */
export function hasOwnKeyboard(): boolean {
  return matchMedia("(pointer: fine)").matches;
}
