/** What stands at the foot of every printed page: when and by whom it was printed, and which page it is. */
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";

import { useDates } from "@/ui/dates";

import type { Holder } from "./holder";

// The one of the sheet: what stands on the screen in it has been fetched when it is printed.
const face = 'font: 8pt "BIZ UDPGothic", "Yoriai UDP", "Noto Sans JP", sans-serif;';

/** What stands around every page of a screen that has no sheet of its own: of which body it is, by whom and when. */
export function usePlainPaper({ body, by }: Holder): void {
  const { t } = useLingui();
  const { documentTime } = useDates();
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const before = () => {
      const foot = t`印刷 ${documentTime(new Date(), false)}　${by}`;
      sheet.replaceSync(`@page plain {
        @top-left { content: ${quoted(body)}; ${face} }
        @bottom-left { content: ${quoted(foot)}; ${face} }
        @bottom-right { content: counter(page) "／" counter(pages) ${quoted(t`ページ`)}; ${face} }
      }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    };
    const after = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      after();
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, [body, by, documentTime, t]);
}

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
