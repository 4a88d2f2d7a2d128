/** Characters as a person counts them: 髙, 葛󠄀 with its variant mark and 👨‍👩‍👧 are one each. */

// Extended grapheme clusters, the same cut as on the server (shared vectors). Variant marks (IVS)
// extend their base in them, so nothing has to be put right afterwards.
const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** How many characters a person sees. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** The beginning of the text, never more than so many characters and none of them cut. */
export function takeGraphemes(text: string, most: number): string {
  let taken = "";
  let left = most;
  for (const { segment } of segmenter.segment(text)) {
    if (left <= 0) break;
    taken += segment;
    left -= 1;
  }
  return taken;
}

/** The first character, or nothing when there is none. */
export function firstGrapheme(text: string): string {
  return takeGraphemes(text, 1);
}
