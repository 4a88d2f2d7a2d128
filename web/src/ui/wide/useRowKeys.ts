/** In a table the arrow keys go from row to row, staying in their column; Home and End go to its ends. */
import type { KeyboardEvent, RefObject } from "react";
import type { VirtualizerHandle } from "virtua";

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

export function useRowKeys(list: RefObject<VirtualizerHandle | null>) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-row]") : null;
    if (step === undefined || !from) return;
    event.preventDefault();
    const control =
      (event.target as HTMLElement).closest<HTMLElement>("[data-control]")?.dataset.control ?? "";
    const to = Math.max(0, Number(from.dataset.row) + step);
    list.current?.scrollToIndex(to, { align: "nearest" });
    const region = event.currentTarget;
    // The row may have to be drawn first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        region
          .querySelector<HTMLElement>(`[data-row="${to}"] [data-control="${CSS.escape(control)}"]`)
          ?.focus(),
      ),
    );
  };
}
