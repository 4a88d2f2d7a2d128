/** What was typed or pasted as a code: its figures, in half width. */
export const FIGURES = 6;

export function figuresIn(typed: string): string {
  return typed.normalize("NFKC").replace(/\D/g, "").slice(0, FIGURES);
}

/** Whether all six are there. */
export function isWhole(code: string): boolean {
  return code.length === FIGURES;
}
