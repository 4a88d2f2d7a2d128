/** The column in which a room stands. */
import type { ReactNode } from "react";

interface Props {
  isBeside: boolean;
  name: string;
  isHidden: boolean;
  children: ReactNode;
}

/**
 * The room of the address is what the page is about; one at its side is a part of its own. In a window so low that no
 * messages would be left between head and foot, all of it goes up with the finger.
 */
export function Pane({ isBeside, name, isHidden, children }: Props) {
  const look = `min-w-0 flex-1 basis-0 flex-col short:overflow-y-auto ${isHidden ? "hidden" : "flex"}`;
  if (!isBeside) {
    return (
      <main data-pane="" className={look}>
        {children}
      </main>
    );
  }
  return (
    <section data-pane="" aria-label={name} className={look}>
      {children}
    </section>
  );
}
