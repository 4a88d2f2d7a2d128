/** How this page looks and takes keys: what its person has chosen, and a copy of it on the device for the first drawing. */
import { useSyncExternalStore } from "react";

/** What is a person's own, on whatever device; the server keeps it. */
export interface Chosen {
  letters: "16" | "18" | "20";
  theme: "auto" | "light" | "dark";
  calendar: "wareki" | "western";
  enter: "line" | "send";
  order: "units" | "kana";
  log: "bubbles" | "flat";
  simple: boolean;
  asked: boolean;
  asked_many: boolean;
  /** For how many seconds a message waits before it goes. */
  delay: "0" | "5" | "10" | "20" | "30";
}

export interface Preferences extends Chosen {
  /** Whose choices these are; null before anybody's were told. */
  of: string | null;
  /** Of this window's size alone: whether the side pane stands open. */
  sideOpen: boolean | null;
}

const kept = "yoriai.preferences";
const unset: Preferences = {
  letters: "16",
  theme: "auto",
  calendar: "wareki",
  enter: "line",
  order: "units",
  log: "bubbles",
  simple: false,
  asked: true,
  asked_many: true,
  delay: "0",
  of: null,
  sideOpen: null,
};

const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(kept) ?? "{}");
    return typeof found === "object" && found !== null ? { ...unset, ...found } : unset;
  } catch {
    // A browser that keeps nothing, or a page that was written by hand: the defaults do.
    return unset;
  }
}

/** Show it so from now on. What is a person's own is also said to the server, by whoever lets them choose. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(kept, JSON.stringify(current));
  } catch {
    // It holds until the page is left.
  }
  dress();
  for (const tell of listeners) tell();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(listen, () => current);
}

/** Put the choices on the page itself, where the style sheets look for them. */
export function dress(): void {
  const page = document.documentElement;
  page.dataset.theme = current.theme;
  page.dataset.letters = current.simple ? "20" : current.letters;
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
