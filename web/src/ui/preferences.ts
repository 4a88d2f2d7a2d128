/** What a person has chosen for this device: size of letters, light or dark, what Enter does, whether the side pane stands open. */
import { useSyncExternalStore } from "react";

export interface Preferences {
  letters: "16" | "18" | "20";
  theme: "auto" | "light" | "dark";
  enterSends: boolean;
  sideOpen: boolean | null;
}

const kept = "yoriai.preferences";
const unset: Preferences = { letters: "16", theme: "auto", enterSends: false, sideOpen: null };

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
  page.dataset.letters = current.letters;
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
