/** How many messages wait, on what the system shows of the page: the badge of the installed app, the icon of the tab. */
import { useEffect } from "react";

/** The installed app carries the number where the system draws one; the tab has its own icon while something waits. */
export function useOnTheIcon(waiting: number): void {
  useEffect(() => {
    const badge = navigator as Partial<Pick<Navigator, "setAppBadge" | "clearAppBadge">>;
    void (waiting > 0 ? badge.setAppBadge?.(waiting) : badge.clearAppBadge?.())?.catch(noBadgeHere);
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = waiting > 0 ? "/icon-waiting.svg" : "/icon.svg";
  }, [waiting]);
}

const noBadgeHere = () => {};
