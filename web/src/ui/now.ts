/** The time of day for the screen: changes with the minute, and at once when the page comes back to the front. */
import { useSyncExternalStore } from "react";

const aMinute = 60_000;
let minute = Math.floor(Date.now() / aMinute);

function listen(tell: () => void): () => void {
  const look = () => {
    const now = Math.floor(Date.now() / aMinute);
    if (now === minute) return;
    minute = now;
    tell();
  };
  const timer = setInterval(look, 1_000);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** Now, to the minute. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(listen, () => minute) * aMinute);
}
