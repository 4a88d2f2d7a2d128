/** Printing sheets of a screen: each bears the class `on-paper`, whatever stands beside them `not-on-paper`. */
import "./onPaper.css";

/** Print them. Letters come piece by piece; one that is on its way would be a blank on paper. */
export async function print(): Promise<void> {
  await document.fonts.ready;
  window.print();
}
