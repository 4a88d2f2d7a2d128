/** Printing sheets of a screen: each bears the class `on-paper`, whatever stands beside them `not-on-paper`. */
import { useEffect, useEffectEvent } from "react";

import { belongsToConversion } from "@/kit/composing";

import "./onPaper.css";

/** The second press of a double click comes when the browser's own dialog has closed, if the dialog does not take it. */
const A_DOUBLE_CLICK = 500; // ms
let isUnderWay = false;

/** Print them. Letters come piece by piece; one that is on its way would be a blank on paper. */
export async function print(): Promise<void> {
  if (isUnderWay) return;
  isUnderWay = true;
  await document.fonts.ready;
  window.print();
  setTimeout(() => {
    isUnderWay = false;
  }, A_DOUBLE_CLICK);
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
    if (!isPrintKey(event) || !isMeant()) return;
    if (isDeskOpen() !== onDesk) return;
    event.preventDefault();
    // Held down, it means no more than pressed: what it opens is looked at first.
    if (!event.repeat) onPrint();
  });
  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

function isPrintKey(event: KeyboardEvent): boolean {
  const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p";
  return isPrint && !belongsToConversion(event);
}

const always = () => true;

/** Whether papers lie before one, to be looked at before they are printed. */
function isDeskOpen(): boolean {
  return document.querySelector("[data-desk]") !== null;
}
