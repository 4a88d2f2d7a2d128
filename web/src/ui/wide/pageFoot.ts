/** What stands at the foot of every printed page: when and by whom it was printed, and which page it is. */
import { useEffect } from "react";

// The one of the sheet: what stands on the screen in it has been fetched when it is printed.
const face = 'font: 8pt "BIZ UDPGothic", "Yoriai UDP", "Noto Sans JP", sans-serif;';

export function usePageFoot(words: string, ofPages: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      @bottom-left { content: ${quoted(words)}; ${face} }
      @bottom-right { content: counter(page) "／" counter(pages) ${quoted(ofPages)}; ${face} }
    }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [words, ofPages]);
}

/** As a string of a style sheet: no name can end it. */
function quoted(words: string): string {
  const plain = words.replace(/[\\"\n\r\f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `);
  return `"${plain}"`;
}
