/** Printing sheets of a screen: each bears the class `on-paper`, whatever stands beside them `not-on-paper`. */
import { useEffect, useEffectEvent } from "react";

import { belongsToConversion } from "@/kit/composing";

import "./onPaper.css";

/** Print them. Letters come piece by piece; one that is on its way would be a blank on paper. */
export async function print(): Promise<void> {
  await document.fonts.ready;
  window.print();
}

interface Meant {
  /** Whether what this screen prints is what is meant. */
  isMeant?: () => boolean;
  /** On a desk lies what was chosen for printing: there the key is meant for that alone. */
  onDesk?: boolean;
}

/** Ctrl+P: it opens what this screen prints, and the browser prints nothing. */
export function usePrintKey(onPrint: () => void, { isMeant = always, onDesk = false }: Meant = {}): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p";
    if (!isPrint || belongsToConversion(event) || !isMeant()) return;
    if (isDeskOpen() !== onDesk) return;
    event.preventDefault();
    onPrint();
  });
  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

const always = () => true;

/** Whether papers lie before one, to be looked at before they are printed. */
function isDeskOpen(): boolean {
  return document.querySelector("[data-desk]") !== null;
}
